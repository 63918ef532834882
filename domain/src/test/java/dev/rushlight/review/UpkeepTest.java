package dev.rushlight.review;

import static dev.rushlight.policy.Choice.ABSTAIN;
import static dev.rushlight.policy.Choice.APPROVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Mode;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.Selector;
import dev.rushlight.policy.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows when people change or time is up. */
@ParameterizedClass
@EnumSource(Database.class)
class UpkeepTest {

    private final Database database;
    private final String compositing = "comp_" + UUID.randomUUID().toString().replace("-", "");
    private ReviewBench bench;
    private Identity root;
    private Identity maria;
    private Identity tom;
    private ReviewItemId item;

    UpkeepTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void submitSomething() {
        bench = new ReviewBench(database);
        root = bench.somebody("root", Role.ADMIN);
        maria = bench.somebody("maria", Role.REVIEWER, compositing);
        tom = bench.somebody("tom", Role.REVIEWER, compositing);
        item = bench.submitted(
                "sh010",
                bench.policy(
                        UnaryOperator.identity(), Stage.of("Compositing", Mode.ALL, Selector.function(compositing))));
    }

    @Test
    void whoIsGoneIsNotWaitedForAnyMore() {
        bench.vote(maria, item, APPROVE);
        bench.people(desk -> {
            desk.deactivate(root, tom.id());
            return tom;
        });
        assertThat(bench.awaited(item)).containsExactly("user:" + tom.username());

        assertThat(outdated()).contains(item);
        rejudge();

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.awaited(item)).isEmpty();
        var decision = bench.detail(item).decisions().get(0);
        assertThat(decision.cause()).isEqualTo(Cause.PEOPLE);
        assertThat(decision.actor().username()).isEqualTo(root.username());
        assertThat(bench.tellings()).containsExactly(Outcome.APPROVED);
        assertThat(outdated()).doesNotContain(item);
    }

    @Test
    void whoIsNewIsWaitedForAndTheQueueStaysAsItIs() {
        var before = bench.detail(item).updatedAt();
        bench.clock.advance(Duration.ofMinutes(1));
        var ada = bench.somebody("ada", Role.REVIEWER);
        bench.people(desk -> {
            desk.assignFunctions(root, ada.id(), List.of(compositing));
            return ada;
        });

        rejudge();

        assertThat(bench.awaited(item)).contains("user:" + ada.username());
        assertThat(bench.detail(item).decisions()).isEmpty();
        assertThat(bench.detail(item).updatedAt()).isEqualTo(before);
    }

    @Test
    void whatIsDecidedStaysDecided() {
        bench.vote(maria, item, APPROVE);
        bench.vote(tom, item, APPROVE);
        var ada = bench.somebody("ada", Role.REVIEWER);
        bench.people(desk -> {
            desk.assignFunctions(root, ada.id(), List.of(compositing));
            return ada;
        });

        assertThat(outdated()).doesNotContain(item);
        bench.clock.advance(ReviewBench.GRACE);
        bench.cast(ada, item, 1, ABSTAIN, "");
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void theVoteOfWhoIsGoneStaysAsItWasCast() {
        bench.vote(tom, item, APPROVE);
        bench.people(desk -> {
            desk.deactivate(root, tom.id());
            return tom;
        });
        rejudge();

        bench.vote(maria, item, APPROVE);

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.voteOf(tom, item).functions()).isEqualTo(Set.of(compositing));
    }

    @Test
    void manyItemsAreJudgedInBoundedSteps() {
        bench.people(desk -> {
            desk.assignRole(root, tom.id(), Role.VIEWER);
            return tom;
        });
        var seen = new ArrayList<ReviewItemId>();
        var after = Optional.<OutdatedItem>empty();
        do {
            var batch = outdated(after, 3);
            batch.forEach(one -> seen.add(one.id()));
            after = batch.size() < 3 ? Optional.empty() : Optional.of(batch.get(2));
        } while (after.isPresent());

        assertThat(seen).doesNotHaveDuplicates().contains(item);
    }

    @Test
    void whenTheTimeIsUpSomebodyElseIsAskedAsWell() {
        var lena = bench.somebody("lena", Role.LEAD);
        var urgent = bench.submitted(
                "sh020",
                bench.policy(
                        policy -> due(policy, Duration.ofHours(4), Selector.user(lena.username())),
                        Stage.of("One", Mode.ANY, Selector.user(maria.username()))));
        assertThat(bench.current(urgent).due())
                .contains(new Deadline(bench.clock.instant().plus(Duration.ofHours(4)), false));
        assertThat(overdue()).doesNotContain(urgent);

        bench.clock.advance(Duration.ofHours(4));
        assertThat(overdue()).contains(urgent);
        escalate();

        assertThat(bench.awaited(urgent)).containsExactly("user:" + lena.username(), "user:" + maria.username());
        assertThat(bench.current(urgent).due().orElseThrow().escalated()).isTrue();
        assertThat(overdue()).doesNotContain(urgent);
        bench.vote(maria, urgent, APPROVE);
        assertThat(bench.awaited(urgent)).isEmpty();
    }

    @Test
    void aDecisionThatComesToLightWhenTimeIsUpIsTold() {
        var urgent = bench.submitted(
                "sh020",
                bench.policy(
                        policy -> due(policy, Duration.ofHours(4), Selector.user(root.username())),
                        Stage.of("Compositing", Mode.ALL, Selector.function(compositing))));
        bench.vote(maria, urgent, APPROVE);
        bench.people(desk -> {
            desk.deactivate(root, tom.id());
            return tom;
        });
        bench.clock.advance(Duration.ofHours(4));

        escalate();

        assertThat(bench.detail(urgent).outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.detail(urgent).decisions())
                .extracting(DecisionDetail::cause)
                .containsExactly(Cause.PEOPLE);
    }

    @Test
    void whatIsDecidedOrHeldIsNotOverdue() {
        var lena = bench.somebody("lena", Role.LEAD);
        var policy = bench.policy(
                usual -> due(usual, Duration.ofHours(4), Selector.user(lena.username())),
                Stage.of("One", Mode.ANY, Selector.user(maria.username())));
        var decided = bench.submitted("sh020", policy);
        var held = bench.submitted("sh030", policy);
        bench.vote(maria, decided, APPROVE);
        bench.supervision(desk -> desk.hold(lena, held, 1, "", Request.plain()));
        bench.clock.advance(Duration.ofHours(5));

        assertThat(overdue()).doesNotContain(decided, held);
        bench.supervision(desk -> desk.resume(lena, held, 1, "", Request.plain()));
        assertThat(overdue()).contains(held);
    }

    @Test
    void answersAreForgottenAfterAWeek() {
        var request = Request.of(UUID.randomUUID());
        bench.reviews(desk -> desk.vote(maria, item, 1, APPROVE, "", Optional.empty(), request));
        bench.upkeep(UpkeepDesk::forgetAnswers);
        bench.reviews(desk -> desk.vote(maria, item, 1, APPROVE, "", Optional.empty(), request));
        assertThat(bench.current(item).votes()).hasSize(1);

        bench.clock.advance(Duration.ofDays(8));
        assertThat(bench.upkeep(UpkeepDesk::forgetAnswers)).isPositive();
        bench.reviews(desk -> desk.vote(maria, item, 1, APPROVE, "", Optional.empty(), request));
        assertThat(bench.current(item).votes()).hasSize(2);
    }

    private List<ReviewItemId> outdated() {
        return outdated(Optional.empty(), 100_000).stream()
                .map(OutdatedItem::id)
                .toList();
    }

    private List<OutdatedItem> outdated(Optional<OutdatedItem> after, int max) {
        return bench.upkeep(desk -> desk.outdated(after, max));
    }

    /** Only what is ours: other tests share the database. */
    private void rejudge() {
        assertThat(outdated()).contains(item);
        bench.upkeep(desk -> {
            desk.rejudge(item);
            return item;
        });
    }

    private List<ReviewItemId> overdue() {
        return bench.upkeep(desk -> desk.overdue(100_000));
    }

    private void escalate() {
        overdue()
                .forEach(id -> bench.upkeep(desk -> {
                    desk.escalate(id);
                    return id;
                }));
    }

    private static Policy due(Policy usual, Duration time, Selector whom) {
        return new Policy(
                usual.id(),
                usual.revision(),
                usual.name(),
                usual.stages(),
                usual.allowSelfApproval(),
                usual.abstainAllowed(),
                usual.onNewVersion(),
                usual.overrideRoles(),
                usual.requireNoOpenBlockers(),
                usual.grace(),
                Optional.of(time),
                Optional.of(whom));
    }
}
