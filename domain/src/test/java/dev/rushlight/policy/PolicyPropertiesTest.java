package dev.rushlight.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What holds for every policy and every hearing. Each round has a seed of its own, which a failure names:
 * {@code -Dpolicy.seed=N} begins with it again.
 */
class PolicyPropertiesTest {

    private static final int ROUNDS = 2_000;
    private static final long FIRST_SEED = Long.getLong("policy.seed", System.nanoTime());

    private static final List<Mode> EVERY_MODE = List.of(Mode.values());

    /** Those in which all votes in force count alike, whichever came last. */
    private static final List<Mode> COUNTING = List.of(Mode.ALL, Mode.QUORUM, Mode.LEAD);

    private static final Set<Outcome> APPROVALS = Set.of(Outcome.APPROVED, Outcome.APPROVED_WITH_NOTES);

    @Test
    void theOrderOfDifferentReviewersDoesNotMatterWhereVotesAreCounted() {
        rounds(court -> {
            var policy = court.policy(COUNTING);
            var hearing = court.hearing();

            assertThat(unordered(policy.judge(court.shuffled(hearing)))).isEqualTo(unordered(policy.judge(hearing)));
        });
    }

    @Test
    void inAnAnyStageOnlyWhoSpeaksLastMatters() {
        var policy = Policy.of(
                "any",
                "Any of them",
                Stage.of(
                        "Review", Mode.ANY, Selector.role("REVIEWER"), Selector.role("VIEWER"), Selector.role("LEAD")));
        rounds(court -> {
            var hearing = RandomCourt.withoutDeputies(court.hearing());
            var last = lastWord(hearing);
            var shuffled = new ArrayList<>(court.shuffled(hearing).ballots());
            shuffled.removeAll(last);
            shuffled.addAll(last);

            assertThat(policy.judge(RandomCourt.with(hearing, shuffled)).outcome())
                    .isEqualTo(policy.judge(hearing).outcome());
        });
    }

    @Test
    void nothingIsApprovedWhereAStageSelectsNobody() {
        rounds(court -> {
            var policy = court.policy(EVERY_MODE);
            var stages = new ArrayList<>(policy.stages());
            stages.add(Stage.of("Nobody", Mode.ANY, Selector.function("nobody")));
            var withNobody = with(policy, stages);

            assertThat(withNobody.judge(court.hearing()).outcome()).isNotIn(APPROVALS);
        });
    }

    @Test
    void nothingIsApprovedWhereNoStageApplies() {
        rounds(court -> {
            var nowhere = new AppliesTo(Set.of(), Set.of("another project"), Set.of());
            var policy = court.policy(EVERY_MODE);
            var applyingNowhere = with(
                    policy,
                    policy.stages().stream().map(stage -> stage.when(nowhere)).toList());

            assertThat(applyingNowhere.judge(court.hearing()).outcome()).isNotIn(APPROVALS);
        });
    }

    @Test
    void nothingIsApprovedWhereEverybodyAbstains() {
        rounds(court -> {
            var hearing = everybody(court.hearing(), Choice.ABSTAIN);

            assertThat(court.policy(EVERY_MODE).judge(hearing).outcome()).isNotIn(APPROVALS);
        });
    }

    @Test
    void nothingIsApprovedWithoutAnApproval() {
        rounds(court -> {
            var hearing = court.hearing();
            var others = hearing.ballots().stream()
                    .filter(ballot -> !ballot.approves())
                    .toList();

            assertThat(court.policy(EVERY_MODE)
                            .judge(RandomCourt.with(hearing, others))
                            .outcome())
                    .isNotIn(APPROVALS);
        });
    }

    @Test
    void judgingAgainChangesNothing() {
        rounds(court -> {
            var policy = court.policy(EVERY_MODE);
            var hearing = court.hearing();

            assertThat(policy.judge(hearing)).isEqualTo(policy.judge(hearing));
        });
    }

    @Test
    void whatSomebodySaidBeforeChangesNothing() {
        rounds(court -> {
            var policy = court.policy(EVERY_MODE);
            var hearing = court.hearing();
            if (!policy.abstainAllowed()) {
                return; // there, abstaining does not replace what was said before
            }

            assertThat(policy.judge(court.afterSecondThoughts(hearing))).isEqualTo(policy.judge(hearing));
        });
    }

    @Test
    void aPolicyJudgesAlikeAfterItWasWrittenAndRead() {
        rounds(court -> {
            var policy = court.policy(EVERY_MODE);
            var hearing = court.hearing();
            var read = PolicyText.read(policy.id(), policy.revision(), PolicyText.write(policy));

            assertThat(read).isEqualTo(policy);
            assertThat(read.judge(hearing)).isEqualTo(policy.judge(hearing));
        });
    }

    @Test
    void whoIsAwaitedMayVote() {
        rounds(court -> {
            var policy = court.policy(EVERY_MODE);
            var hearing = court.hearing();
            var judgement = policy.judge(hearing);

            assertThat(judgement.awaiting())
                    .filteredOn(selector -> selector.kind() == Selector.Kind.USER)
                    .extracting(Selector::name)
                    .allSatisfy(name -> assertThat(policy.allowSelfApproval() || !name.equals(hearing.author()))
                            .as(name)
                            .isTrue());
            if (!judgement.outcome().isAsking()) {
                assertThat(judgement.awaiting()).isEmpty();
            }
        });
    }

    /** A chance that never leads anywhere would prove nothing. */
    @Test
    void chanceReachesEveryOutcomeOfVotes() {
        var reached = new EnumMap<Outcome, Integer>(Outcome.class);
        rounds(court ->
                reached.merge(court.policy(EVERY_MODE).judge(court.hearing()).outcome(), 1, Integer::sum));

        assertThat(reached)
                .containsOnlyKeys(
                        Outcome.PENDING,
                        Outcome.IN_REVIEW,
                        Outcome.APPROVED,
                        Outcome.APPROVED_WITH_NOTES,
                        Outcome.CHANGES_REQUESTED,
                        Outcome.REJECTED);
        assertThat(reached.values()).allSatisfy(times -> assertThat(times).isGreaterThan(ROUNDS / 200));
    }

    private static void rounds(Consumer<RandomCourt> property) {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + ROUNDS; seed++) {
            try {
                property.accept(new RandomCourt(new Random(seed)));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("With -Dpolicy.seed=%d: %s".formatted(seed, e.getMessage()), e);
            }
        }
    }

    /** A judgement without the order in which names are told. */
    private static Map<String, Object> unordered(Judgement judgement) {
        return Map.of(
                "outcome",
                judgement.outcome(),
                "awaiting",
                Set.copyOf(judgement.awaiting()),
                "stages",
                judgement.explanation().stream()
                        .map(stage -> List.of(
                                stage.stage(),
                                stage.status(),
                                stage.need(),
                                stage.have(),
                                Set.copyOf(stage.waitingFor()),
                                Set.copyOf(stage.blockedBy())))
                        .toList());
    }

    /** The last vote that says something to a stage of everybody with a role. */
    private static List<Ballot> lastWord(Hearing hearing) {
        return hearing.ballots().stream()
                .filter(ballot -> !ballot.isLabelled() && !ballot.abstains())
                .filter(ballot -> !ballot.voter().roles().isEmpty())
                .filter(ballot -> !ballot.reviewer().equals(hearing.author()))
                .reduce((earlier, later) -> later)
                .stream()
                .toList();
    }

    private static Hearing everybody(Hearing hearing, Choice choice) {
        return RandomCourt.with(
                hearing,
                hearing.ballots().stream()
                        .map(ballot -> new Ballot(ballot.voter(), choice, ballot.label()))
                        .toList());
    }

    private static Policy with(Policy policy, List<Stage> stages) {
        return new Policy(
                policy.id(),
                policy.revision(),
                policy.name(),
                stages,
                policy.allowSelfApproval(),
                policy.abstainAllowed(),
                policy.onNewVersion(),
                policy.overrideRoles(),
                policy.requireNoOpenBlockers(),
                policy.grace(),
                policy.dueIn(),
                policy.escalateTo());
    }
}
