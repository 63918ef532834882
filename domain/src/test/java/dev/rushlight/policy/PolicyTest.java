package dev.rushlight.policy;

import static dev.rushlight.policy.Choice.ABSTAIN;
import static dev.rushlight.policy.Choice.APPROVE;
import static dev.rushlight.policy.Choice.APPROVE_WITH_NOTES;
import static dev.rushlight.policy.Choice.REJECT;
import static dev.rushlight.policy.Choice.REQUEST_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
                        by("lena", REJECT),
                        by("maria", APPROVE)),
                row(
                        Outcome.REJECTED,
                        "Review: rejected by lena, ada; only they can lift it",
                        by("maria", APPROVE),
                        by("lena", REJECT),
                        by("ada", REJECT)),
                row(
                        Outcome.REJECTED,
                        "Review: rejected by lena; only they can lift it; changes requested by maria",
                        by("lena", REJECT),
                        by("maria", REQUEST_CHANGES)),
                row(Outcome.CHANGES_REQUESTED, "Review: changes requested by lena", by("lena", REQUEST_CHANGES)),
                row(Outcome.APPROVED, "Review: approved by maria", by("lena", REQUEST_CHANGES), by("maria", APPROVE)));
    }

    @ParameterizedTest
    @MethodSource("table")
    void theVotesInForceLeadToOneOutcomeAndOneSentence(Outcome outcome, String text, List<Ballot> ballots) {
        var judgement = policy.judge(hearing(ballots));

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
        assertThat(judgement.awaiting())
                .isEqualTo(outcome.isVerdict() ? List.of() : List.of(Selector.role("REVIEWER")));
    }

    @Test
    void theExplanationNamesWhoBlocks() {
        var stage = policy.judge(hearing(List.of(by("maria", APPROVE), by("lena", REJECT))))
                .explanation()
                .get(0);

        assertThat(stage.have()).isEqualTo(1);
        assertThat(stage.blockedBy()).containsExactly("lena");
    }

    @Test
    void whoSubmittedMayApproveByThePolicyThatShips() {
        assertThat(room().submittedBy("maria").votes("maria", APPROVE).outcomeBy(policy))
                .isEqualTo(Outcome.APPROVED);
    }

    @Test
    void aRevisionKeepsItsRules() {
        var changed =
                policy.withoutAbstaining().onNewVersion(OnNewVersion.KEEP_VETO).revision(4);

        assertThat(changed)
                .isEqualTo(new Policy(
                        "any-reviewer",
                        4,
                        "Any reviewer decides",
                        policy.stages(),
                        true,
                        false,
                        OnNewVersion.KEEP_VETO,
                        Set.of("LEAD"),
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }

    static Stream<Arguments> nonsense() {
        var anyone = Selector.role("REVIEWER");
        var stage = Stage.of("Review", Mode.ANY, anyone);
        return Stream.of(
                refused(
                        "A policy's id is 1 to 60 lower-case letters, digits and hyphens, not \"Two Sups\"",
                        () -> Policy.of("Two Sups", "Two", stage)),
                refused(
                        "Revisions count from 1, and this one is 0",
                        () -> Policy.of("two", "Two", stage).revision(0)),
                refused("A policy has a name of 1 to 100 characters", () -> Policy.of("two", " ", stage)),
                refused("A policy has a name of 1 to 100 characters", () -> Policy.of("two", "a\nb", stage)),
                refused("A policy has 1 to 20 stages, not 0", () -> Policy.of("two", "Two")),
                refused(
                        "A policy has 1 to 20 stages, not 21",
                        () -> Policy.of(
                                "two",
                                "Two",
                                IntStream.range(0, 21)
                                        .mapToObj(i -> Stage.of("Stage " + i, Mode.ANY, anyone))
                                        .toArray(Stage[]::new))),
                refused("Two stages of the policy two have one name", () -> Policy.of("two", "Two", stage, stage)),
                refused(
                        "A policy is overridden by up to 20 roles in capital letters",
                        () -> policy(Set.of("lead"), null, null)),
                refused("The grace of a policy is 0 to 1 day", () -> policy(Set.of(), Duration.ofHours(25), null)),
                refused(
                        "Reviewers have more than no time, and at most 366 days",
                        () -> policy(Set.of(), null, Duration.ZERO)),
                refused(
                        "Reviewers have more than no time, and at most 366 days",
                        () -> policy(Set.of(), null, Duration.ofDays(367))),
                refused("A stage has a name of 1 to 60 characters", () -> Stage.of("", Mode.ANY, anyone)),
                refused("The stage Review selects in 1 to 100 ways, not in 0", () -> Stage.of("Review", Mode.ALL)),
                refused(
                        "The stage Review selects in 1 to 100 ways, not in 101",
                        () -> Stage.of(
                                "Review",
                                Mode.ALL,
                                Collections.nCopies(101, anyone).toArray(Selector[]::new))),
                refused(
                        "The stage Review needs a quorum if, and only if, its mode is QUORUM",
                        () -> Stage.of("Review", Mode.QUORUM, anyone)),
                refused(
                        "The stage Review needs a label if, and only if, its mode is LABEL",
                        () -> Stage.of("Review", Mode.LABEL, anyone)),
                refused(
                        "The label of the stage QC is 1 to 60 letters, digits or _ . : / -",
                        () -> Stage.label("QC", "black frames", anyone)),
                refused(
                        "The stage Review is blocked by up to 50 functions such as vfx_supervisor",
                        () -> stage.blockedBy("VFX supervisor")),
                refused(
                        "Work is told apart by up to 50 names of 1 to 100 characters",
                        () -> new AppliesTo(Set.of(""), Set.of(), Set.of())),
                refused("A quorum is 1 to 1000 people, not 0", () -> Quorum.of(0)),
                refused("A quorum is 1 to 100 percent, not 101", () -> Quorum.percent(101)),
                refused("A selector's name is 1 to 64 letters, digits or _ . @ + -, not \"\"", () -> Selector.user("")),
                refused(
                        "The only selector of that kind is submission:reviewers",
                        () -> Selector.parse("submission:author")),
                refused(
                        "A reviewer is selected as user:NAME, function:NAME, role:NAME or submission:reviewers, not as"
                                + " \"maria\"",
                        () -> Selector.parse("maria")),
                refused(
                        "Only a verdict can be set, and ON_HOLD is none",
                        () -> new Overriding(Outcome.ON_HOLD, "lena", "why not")));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void nonsenseIsRefusedWhereItIsMade(String message, Supplier<?> maker) {
        assertThatIllegalArgumentException().isThrownBy(maker::get).withMessage(message);
    }

    @Test
    void selectorsAreSpelledAsPeopleAndRolesAre() {
        assertThat(Selector.parse("user:Maria")).isEqualTo(Selector.user("maria"));
        assertThat(Selector.parse("function:VFX_Supervisor")).isEqualTo(Selector.function("vfx_supervisor"));
        assertThat(Selector.parse("role:lead").text()).isEqualTo("role:LEAD");
        assertThat(Selector.parse("submission:reviewers")).isEqualTo(Selector.namedBySubmitter());
    }

    private static Policy policy(Set<String> roles, Duration grace, Duration dueIn) {
        var shipped = Policy.firstThatShips();
        return new Policy(
                shipped.id(),
                1,
                shipped.name(),
                shipped.stages(),
                false,
                true,
                OnNewVersion.RESET,
                roles,
                true,
                Optional.ofNullable(grace),
                Optional.ofNullable(dueIn),
                Optional.empty());
    }

    private static Courtroom room() {
        return new Courtroom().reviewers("maria", "tom").lead("lena").lead("ada");
    }

    private static Hearing hearing(List<Ballot> ballots) {
        var room = room();
        ballots.forEach(ballot -> room.votes(ballot.reviewer(), ballot.choice()));
        return room.hearing();
    }

    private static Arguments row(Outcome outcome, String text, Ballot... ballots) {
        return arguments(outcome, text, List.of(ballots));
    }

    private static Arguments refused(String message, Supplier<?> maker) {
        return arguments(message, maker);
    }

    private static Ballot by(String reviewer, Choice choice) {
        return Ballot.of(new Member(reviewer, Set.of(), Set.of()), choice);
    }
}
