package dev.rushlight.review;

import static dev.rushlight.policy.Choice.APPROVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.rushlight.installation.Database;
import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.Role;
import dev.rushlight.policy.AppliesTo;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Mode;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.Selector;
import dev.rushlight.policy.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class PolicyDeskTest {

    private final Database database;
    private ReviewBench bench;
    private Identity root;
    private Identity maria;
    private Identity tom;
    private List<PolicyRule> usual;

    /** Nobody else's. */
    private String project;

    PolicyDeskTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void comeIn() {
        bench = new ReviewBench(database);
        root = bench.somebody("root", Role.ADMIN);
        maria = bench.somebody("maria", Role.REVIEWER);
        tom = bench.somebody("tom", Role.REVIEWER);
        usual = bench.policies(desk -> desk.rules(root));
        project = "show-" + UUID.randomUUID();
    }

    @AfterEach
    void leaveTheRulesAsTheyWere() {
        bench.policies(desk -> {
            desk.choose(root, desk.rules(root), usual);
            return usual;
        });
    }

    @Test
    void thePolicyThatShipsIsThereAndIsWhatItSays() {
        var shipped = bench.policies(desk -> desk.policy(root, "any-reviewer", 1));

        assertThat(shipped).isEqualTo(Policy.firstThatShips());
        assertThat(usual).endsWith(new PolicyRule(AppliesTo.EVERYTHING, "any-reviewer"));
        List<PolicySummary> all = bench.policies(desk -> desk.policies(root));
        assertThat(all).extracting(PolicySummary::id).contains("any-reviewer");
    }

    @Test
    void aRevisionFollowsTheOneItWasMadeFrom() {
        var first = both(UnaryOperator.identity());

        var second = bench.policies(desk -> desk.save(root, first.withSelfApproval(), 1));

        assertThat(second.revision()).isEqualTo(2);
        assertThat(bench.policies(desk -> desk.policy(root, first.id(), 1)).allowSelfApproval())
                .isFalse();
        assertThat(bench.policies(desk -> desk.policy(root, first.id(), 2)).allowSelfApproval())
                .isTrue();
        List<PolicySummary> revisions = bench.policies(desk -> desk.revisions(root, first.id()));
        assertThat(revisions)
                .extracting(PolicySummary::revision, PolicySummary::createdBy)
                .first()
                .isEqualTo(tuple(2, root.username()));
        assertThatExceptionOfType(StalePolicy.class)
                .isThrownBy(() -> bench.policies(desk -> desk.save(root, first, 1)))
                .withMessage("Revision 2 of the policy %s is the latest, and not 1".formatted(first.id()));
        assertThatExceptionOfType(StalePolicy.class)
                .isThrownBy(() -> bench.policies(desk -> desk.save(root, first, 0)));
        assertThatExceptionOfType(NoSuchPolicy.class)
                .isThrownBy(() -> bench.policies(desk -> desk.policy(root, first.id(), 3)));
    }

    @Test
    void onlyAdministratorsKeepPolicies() {
        var policy = both(UnaryOperator.identity());
        var lena = bench.somebody("lena", Role.LEAD);

        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> bench.policies(desk -> desk.save(lena, policy, 1)));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> bench.policies(desk -> desk.rules(lena)));
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> bench.policies(desk -> desk.simulate(lena, policy, AppliesTo.EVERYTHING, 10)));
        var item = bench.submitted("sh010", policy);
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> bench.policies(desk -> desk.reevaluate(lena, item, 1, 1, "", Request.plain())));
    }

    @Test
    void theFirstRuleThatMatchesTheWorkChooses() {
        var comp = both(UnaryOperator.identity());
        var other = both(UnaryOperator.identity());
        choose(
                new PolicyRule(new AppliesTo(Set.of(), Set.of(project), Set.of("comp*")), comp.id()),
                new PolicyRule(new AppliesTo(Set.of("CHANGESET"), Set.of(project), Set.of()), other.id()));

        assertThat(chosen("sh010", "compositing")).isEqualTo(comp.id());
        assertThat(chosen("sh020", "roto")).isEqualTo(other.id());
        assertThat(bench.submit(bench.submission("sh030").build()).policy()).isEqualTo("any-reviewer");
        assertThat(bench.submit(bench.submission("sh040")
                                .project(project)
                                .policy("any-reviewer")
                                .build())
                        .policy())
                .isEqualTo("any-reviewer");
        var unknown = bench.submit(bench.submission("sh050")
                .project(project)
                .policy("nobody-knows")
                .build());
        assertThat(unknown.policy()).isEqualTo(other.id());
        assertThat(unknown.warnings())
                .contains(new SubmissionWarning(
                        "UNKNOWN_POLICY", "There is no policy nobody-knows; %s applies".formatted(other.id())));
    }

    @Test
    void rulesThatLeaveWorkWithoutAPolicyAreRefused() {
        for (var rules : List.of(
                List.<PolicyRule>of(),
                List.of(new PolicyRule(new AppliesTo(Set.of(), Set.of("spy"), Set.of()), "any-reviewer")),
                List.of(new PolicyRule(AppliesTo.EVERYTHING, "nobody-knows")))) {
            assertThatExceptionOfType(UnacceptableChoice.class)
                    .isThrownBy(() -> bench.policies(desk -> {
                        desk.choose(root, usual, rules);
                        return rules;
                    }));
        }
        assertThatExceptionOfType(StalePolicy.class)
                .isThrownBy(() -> bench.policies(desk -> {
                    desk.choose(root, List.of(), usual);
                    return usual;
                }));
    }

    @Test
    void aVersionStaysWithTheRevisionThatItCameInUnder() {
        var first = both(UnaryOperator.identity());
        var item = bench.submitted("sh010", first);
        bench.policies(desk -> desk.save(root, single(first.id()), 1));

        bench.vote(maria, item, APPROVE);

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(bench.current(item).policyRevision()).isEqualTo(1);
        var next = bench.submitted("sh020", first);
        assertThat(bench.current(next).policyRevision()).isEqualTo(2);
    }

    @Test
    void anAdministratorMayHaveALaterRevisionJudge() {
        var first = both(UnaryOperator.identity());
        var item = bench.submitted("sh010", first);
        bench.vote(maria, item, APPROVE);
        bench.policies(desk -> desk.save(root, single(first.id()), 1));

        var verdict =
                bench.policies(desk -> desk.reevaluate(root, item, 1, 2, "the client is in a hurry", Request.plain()));

        assertThat(verdict.outcome()).isEqualTo(Outcome.APPROVED);
        var told = bench.decision(verdict.decision().orElseThrow());
        assertThat(told.cause()).isEqualTo(Cause.REEVALUATION);
        assertThat(told.policyRevision()).isEqualTo(2);
        assertThat(told.reason()).contains("the client is in a hurry");
        assertThat(bench.written(item)).endsWith("REEVALUATED by root", "DECIDED by root");
        var again = bench.policies(desk -> desk.reevaluate(root, item, 1, 2, "", Request.plain()));
        assertThat(again.decision()).isEmpty();
    }

    @Test
    void whatChangesIsWrittenDown() {
        var policy = both(UnaryOperator.identity());
        bench.policies(desk -> desk.save(root, policy.withSelfApproval(), 1));
        choose(new PolicyRule(new AppliesTo(Set.of(), Set.of(project), Set.of()), policy.id()));

        var line = UUID.nameUUIDFromBytes(("policy " + policy.id()).getBytes());
        assertThat(bench.ledger.of(line)).extracting(entry -> entry.act()).containsOnly(Act.POLICY_CHANGED);
        assertThat(bench.ledger.last(line).before().getInt("revision")).isEqualTo(1);
        assertThat(bench.ledger.last(line).after().getInt("revision")).isEqualTo(2);
        var choice = bench.ledger.last(UUID.nameUUIDFromBytes("choice of policy".getBytes()));
        assertThat(choice.act()).isEqualTo(Act.POLICY_CHOSEN);
        assertThat(choice.after().toString()).contains(project);
    }

    @Test
    void aChangedPolicyIsTriedOnWhatCameBeforeAndNothingIsWritten() {
        var first = both(UnaryOperator.identity());
        var items = new ArrayList<ReviewItemId>();
        for (var number = 0; number < 3; number++) {
            items.add(bench.submit(bench.submission("sh0%d0".formatted(number))
                            .project(project)
                            .policy(first.id())
                            .build())
                    .item()
                    .orElseThrow());
        }
        bench.vote(maria, items.get(0), APPROVE);
        bench.vote(maria, items.get(1), APPROVE);
        bench.vote(tom, items.get(1), APPROVE);
        bench.vote(maria, items.get(2), Choice.REQUEST_CHANGES);
        bench.submit(
                bench.submission("sh000").project(project).policy(first.id()).build());
        var before = bench.detail(items.get(0));
        var written = bench.written(items.get(0));

        var simulation = bench.policies(desk ->
                desk.simulate(root, single(first.id()), new AppliesTo(Set.of(), Set.of(project), Set.of()), 10_000));

        assertThat(simulation.examined()).isEqualTo(4);
        assertThat(simulation.complete()).isTrue();
        assertThat(simulation.differing()).isEqualTo(1);
        assertThat(simulation.shifts()).containsExactly(new Shift(Outcome.IN_REVIEW, Outcome.APPROVED, 1));
        assertThat(simulation.differences())
                .containsExactly(
                        new Difference(items.get(0), project, "sh000 comp", 1, Outcome.IN_REVIEW, Outcome.APPROVED));
        assertThat(bench.detail(items.get(0))).isEqualTo(before);
        assertThat(bench.written(items.get(0))).isEqualTo(written);
    }

    @Test
    void aSimulationLooksAtNoMoreThanItIsAskedTo() {
        for (var number = 0; number < 3; number++) {
            bench.submitted("line " + number);
        }

        var simulation = bench.policies(desk -> desk.simulate(root, Policy.firstThatShips(), AppliesTo.EVERYTHING, 2));

        assertThat(simulation.examined()).isEqualTo(2);
        assertThat(simulation.complete()).isFalse();
    }

    @Test
    void progressIsToldWhileOneIsTried() {
        bench.submitted("sh010", both(UnaryOperator.identity()));
        var walked = new ArrayList<Integer>();

        bench.policies(desk -> desk.simulate(root, Policy.firstThatShips(), AppliesTo.EVERYTHING, 1, walked::add));

        assertThat(walked).containsExactly(1);
    }

    @Test
    void openItemsOfEarlierRevisionsAreListedWithWhatWouldBecomeOfThem() {
        var first = both(UnaryOperator.identity());
        var open = bench.submitted("sh010", first);
        bench.vote(maria, open, APPROVE);
        var decided = bench.submitted("sh020", first);
        bench.vote(maria, decided, APPROVE);
        bench.vote(tom, decided, APPROVE);
        List<EarlierJudged> none = bench.policies(desk -> desk.openUnderEarlier(root, first.id(), 10));
        assertThat(none).isEmpty();
        bench.policies(desk -> desk.save(root, single(first.id()), 1));
        bench.submitted("sh030", first);

        List<EarlierJudged> earlier = bench.policies(desk -> desk.openUnderEarlier(root, first.id(), 10));

        assertThat(earlier).singleElement().satisfies(one -> {
            assertThat(one.item()).isEqualTo(open);
            assertThat(one.revision()).isEqualTo(1);
            assertThat(one.now()).isEqualTo(Outcome.IN_REVIEW);
            assertThat(one.instead()).isEqualTo(Outcome.APPROVED);
        });
        assertThatExceptionOfType(NotAllowed.class)
                .isThrownBy(() -> bench.policies(desk -> desk.openUnderEarlier(maria, first.id(), 10)));
    }

    private void choose(PolicyRule... rules) {
        var all = new ArrayList<>(List.of(rules));
        all.addAll(usual);
        bench.policies(desk -> {
            desk.choose(root, usual, all);
            return all;
        });
    }

    private String chosen(String lineKey, String step) {
        return bench.submit(
                        bench.submission(lineKey).project(project).step(step).build())
                .policy();
    }

    private Policy both(UnaryOperator<Policy> how) {
        return bench.policy(
                how, Stage.of("Both", Mode.ALL, Selector.user(maria.username()), Selector.user(tom.username())));
    }

    private Policy single(String id) {
        return Policy.of(id, "One is enough", Stage.of("One", Mode.ANY, Selector.user(maria.username())));
    }
}
