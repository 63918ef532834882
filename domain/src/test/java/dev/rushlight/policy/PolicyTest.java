package dev.rushlight.policy;

import static dev.rushlight.policy.Choice.ABSTAIN;
import static dev.rushlight.policy.Choice.APPROVE;
import static dev.rushlight.policy.Choice.APPROVE_WITH_NOTES;
import static dev.rushlight.policy.Choice.REJECT;
import static dev.rushlight.policy.Choice.REQUEST_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {

    private final Policy policy = Policy.firstThatShips();

    static Stream<Arguments> table() {
        return Stream.of(
                row(Outcome.PENDING, "Review: waiting for any reviewer"),
                row(Outcome.APPROVED, "Review: approved by maria", by("maria", APPROVE)),
                row(
                        Outcome.APPROVED_WITH_NOTES,
                        "Review: approved with notes by maria",
                        by("maria", APPROVE_WITH_NOTES)),
                row(Outcome.CHANGES_REQUESTED, "Review: changes requested by maria", by("maria", REQUEST_CHANGES)),
                row(Outcome.CHANGES_REQUESTED, "Review: changes requested by maria", by("maria", REJECT)),
                row(Outcome.IN_REVIEW, "Review: waiting for any other reviewer; maria abstained", by("maria", ABSTAIN)),
                row(
                        Outcome.IN_REVIEW,
                        "Review: waiting for any other reviewer; maria, tom abstained",
                        by("maria", ABSTAIN),
                        by("tom", ABSTAIN)),
                row(Outcome.APPROVED, "Review: approved by maria", by("maria", APPROVE), by("tom", ABSTAIN)),
                row(
                        Outcome.CHANGES_REQUESTED,
                        "Review: changes requested by tom",
                        by("maria", APPROVE),
                        by("tom", REQUEST_CHANGES)),
                row(Outcome.APPROVED, "Review: approved by maria", by("tom", REQUEST_CHANGES), by("maria", APPROVE)),
                row(Outcome.APPROVED, "Review: approved by maria", by("tom", REJECT), by("maria", APPROVE)),
                row(
                        Outcome.REJECTED,
                        "Review: rejected by lena; only they can lift it",
                        lead("lena", REJECT),
                        by("maria", APPROVE)),
                row(
                        Outcome.REJECTED,
                        "Review: rejected by lena, ada; only they can lift it",
                        by("maria", APPROVE),
                        lead("lena", REJECT),
                        lead("ada", REJECT)),
                row(Outcome.CHANGES_REQUESTED, "Review: changes requested by lena", lead("lena", REQUEST_CHANGES)),
                row(
                        Outcome.APPROVED,
                        "Review: approved by maria",
                        lead("lena", REQUEST_CHANGES),
                        by("maria", APPROVE)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void theVotesInForceLeadToOneOutcomeAndOneSentence(Outcome outcome, String text, List<Ballot> ballots) {
        var judgement = policy.judge(ballots);

        assertThat(judgement.outcome()).isEqualTo(outcome);
        assertThat(judgement.explanation()).singleElement().satisfies(stage -> {
            assertThat(stage.text()).isEqualTo(text);
            assertThat(stage.need()).isEqualTo("any reviewer");
            assertThat(stage.status())
                    .isEqualTo(
                            outcome == Outcome.APPROVED || outcome == Outcome.APPROVED_WITH_NOTES
                                    ? StageExplanation.Status.SATISFIED
                                    : StageExplanation.Status.UNSATISFIED);
        });
    }

    @Test
    void theExplanationNamesWhoBlocks() {
        var stage = policy.judge(List.of(by("maria", APPROVE), lead("lena", REJECT)))
                .explanation()
                .get(0);

        assertThat(stage.have()).isEqualTo(1);
        assertThat(stage.blockedBy()).containsExactly("lena");
    }

    @Test
    void nothingIsEverApprovedWithoutAnApproval() {
        var random = new Random(20261123);
        for (var round = 0; round < 5_000; round++) {
            var ballots = ballots(random);
            var outcome = policy.judge(ballots).outcome();

            if (outcome == Outcome.APPROVED || outcome == Outcome.APPROVED_WITH_NOTES) {
                assertThat(ballots)
                        .anyMatch(ballot -> ballot.choice().approves())
                        .noneMatch(Ballot::isVeto);
            }
            assertThat(outcome == Outcome.REJECTED).isEqualTo(ballots.stream().anyMatch(Ballot::isVeto));
            assertThat(policy.judge(ballots)).isEqualTo(policy.judge(ballots));
        }
    }

    @Test
    void aPinnedRevisionIsFoundAgain() {
        assertThat(Policy.pinned("any-reviewer", 1)).isEqualTo(policy);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Policy.pinned("two-sups", 4))
                .withMessage("There is no revision 4 of the policy two-sups");
    }

    private static List<Ballot> ballots(Random random) {
        var ballots = new ArrayList<Ballot>();
        for (var i = random.nextInt(5); i > 0; i--) {
            var choice = Choice.values()[random.nextInt(Choice.values().length)];
            ballots.add(new Ballot("reviewer" + i, choice, random.nextInt(4) == 0));
        }
        return ballots;
    }

    private static Arguments row(Outcome outcome, String text, Ballot... ballots) {
        return arguments(outcome, text, List.of(ballots));
    }

    private static Ballot by(String reviewer, Choice choice) {
        return new Ballot(reviewer, choice, false);
    }

    private static Ballot lead(String reviewer, Choice choice) {
        return new Ballot(reviewer, choice, true);
    }
}
