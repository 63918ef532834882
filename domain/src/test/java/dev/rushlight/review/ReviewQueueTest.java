package dev.rushlight.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ReviewQueueTest {

    private final Database database;
    private final String project = "p" + UUID.randomUUID();
    private ReviewBench bench;

    ReviewQueueTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheRoom() {
        bench = new ReviewBench(database);
    }

    @Test
    void whatChangedSinceAMomentIsFoundNewestFirst() {
        var first = bench.submitted("sh010");
        var second = bench.submitted("sh020");
        bench.clock.advance(Duration.ofDays(1_000));
        var since = bench.clock.instant();
        var third = bench.submitted("sh030");
        bench.clock.advance(Duration.ofSeconds(1));
        bench.vote(bench.somebody("maria", Role.REVIEWER), first, Choice.APPROVE);

        var touched = bench.read(items -> items.touchedSince(since, 100));

        assertThat(touched).containsSubsequence(first, third).doesNotContain(second);
        var newest = bench.read(items -> items.touchedSince(since, 1));
        assertThat(newest).containsExactly(first);
    }

    @Test
    void oneGoesFromItemToItemAndFromTheLastToTheFirst() {
        var items = submittedOneAfterAnother(3);
        var maria = bench.somebody("maria", Role.REVIEWER);
        var needed = filter(QueueTab.NEEDS_ME);

        assertThat(next(maria, needed, items.get(2))).contains(items.get(1));
        assertThat(next(maria, needed, items.get(0))).contains(items.get(2));
        assertThat(previous(maria, needed, items.get(0))).contains(items.get(1));
        assertThat(previous(maria, needed, items.get(2))).isEmpty();
    }

    @Test
    void onceOneHasVotedOneGoesOnFromWhereTheItemStood() {
        var items = submittedOneAfterAnother(3);
        var maria = bench.somebody("maria", Role.REVIEWER);
        bench.vote(maria, items.get(1), Choice.APPROVE);
        var needed = filter(QueueTab.NEEDS_ME);

        assertThat(next(maria, needed, items.get(1))).contains(items.get(0));
        assertThat(previous(maria, needed, items.get(1))).contains(items.get(2));
    }

    @Test
    void theOnlyItemHasNoNext() {
        var items = submittedOneAfterAnother(1);
        var maria = bench.somebody("maria", Role.REVIEWER);
        assertThat(next(maria, filter(QueueTab.ALL), items.get(0))).isEmpty();
        assertThat(previous(maria, filter(QueueTab.ALL), items.get(0))).isEmpty();
    }

    private List<ReviewItemId> submittedOneAfterAnother(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> {
                    bench.clock.advance(Duration.ofSeconds(1));
                    return bench.submit(bench.submission("line " + number)
                                    .project(project)
                                    .build())
                            .item()
                            .orElseThrow();
                })
                .toList();
    }

    private Optional<ReviewItemId> next(Identity viewer, QueueFilter filter, ReviewItemId from) {
        return bench.inTransaction(entities -> {
            var queue = bench.queue(entities);
            return queue.next(viewer, filter, queue.place(viewer, filter, from).orElseThrow())
                    .map(ReviewItemSummary::id);
        });
    }

    private Optional<ReviewItemId> previous(Identity viewer, QueueFilter filter, ReviewItemId from) {
        return bench.inTransaction(entities -> {
            var queue = bench.queue(entities);
            return queue.previous(
                            viewer, filter, queue.place(viewer, filter, from).orElseThrow())
                    .map(ReviewItemSummary::id);
        });
    }

    @Test
    void pagesHaveNeitherGapsNorRepeatsWhileRowsMoveToTheTop() {
        var items = new ArrayList<ReviewItemId>();
        for (var batch = 0; batch < 50; batch++) {
            var first = batch * 10;
            // Ten rows share an instant: the id decides between them.
            items.addAll(bench.submitAll(IntStream.range(first, first + 10)
                    .mapToObj(number ->
                            bench.submission("line " + number).project(project).build())
                    .toList()));
            bench.clock.advance(Duration.ofMillis(1));
        }
        var maria = bench.somebody("maria", Role.REVIEWER);
        var moved = new HashSet<ReviewItemId>();
        var seen = new ArrayList<ReviewItemId>();
        var cursor = Optional.<QueueCursor>empty();
        for (var page = 0; ; page++) {
            var after = cursor;
            var rows = bench.page(filter(QueueTab.ALL), after, 40);
            if (rows.isEmpty()) {
                break;
            }
            rows.forEach(row -> seen.add(row.id()));
            cursor = Optional.of(rows.get(rows.size() - 1).cursor());
            bench.clock.advance(Duration.ofSeconds(1));
            for (var index : List.of(page * 37 % 500, 499 - page * 11 % 500)) {
                bench.vote(maria, items.get(index), Choice.ABSTAIN);
                moved.add(items.get(index));
            }
        }

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(items).filteredOn(item -> !moved.contains(item)).allMatch(seen::contains);
        assertThat(bench.page(filter(QueueTab.ALL), Optional.empty(), 500))
                .hasSize(500)
                .isSortedAccordingTo((one, other) -> other.updatedAt().compareTo(one.updatedAt()));
    }

    @Test
    void openItemsCanBeLookedAtAlone() {
        var open = submitted("open");
        var touched = submitted("touched");
        var decided = submitted("decided");
        var maria = bench.somebody("maria", Role.REVIEWER);
        bench.vote(maria, touched, Choice.ABSTAIN);
        bench.vote(maria, decided, Choice.REQUEST_CHANGES);

        assertThat(ids(filter(QueueTab.OPEN))).containsExactlyInAnyOrder(open, touched);
        assertThat(ids(filter(QueueTab.ALL).standing(Outcome.CHANGES_REQUESTED)))
                .containsExactly(decided);
        assertThat(ids(filter(QueueTab.ALL))).containsExactlyInAnyOrder(open, touched, decided);
    }

    @Test
    void aNewVersionOpensTheItemAgain() {
        var item = submitted("sh010");
        bench.vote(bench.somebody("maria", Role.REVIEWER), item, Choice.REQUEST_CHANGES);

        submitted("sh010");

        assertThat(ids(filter(QueueTab.OPEN))).containsExactly(item);
    }

    @Test
    void kindsCanBeLookedAtAlone() {
        submitted("changes");
        var task = new TaskContent("wip", Optional.empty(), "", List.of(), List.of(), List.of());
        var item = bench.submit(
                        bench.submission("task").project(project).content(task).build())
                .item()
                .orElseThrow();

        assertThat(ids(filter(QueueTab.ALL).of(Kind.TASK))).containsExactly(item);
    }

    @Test
    void newestActivityComesFirst() {
        var older = submitted("older");
        bench.clock.advance(Duration.ofSeconds(1));
        var newer = submitted("newer");
        assertThat(ids(filter(QueueTab.ALL))).containsExactly(newer, older);

        bench.clock.advance(Duration.ofSeconds(1));
        bench.vote(bench.somebody("maria", Role.REVIEWER), older, Choice.APPROVE);
        assertThat(ids(filter(QueueTab.ALL))).containsExactly(older, newer);
    }

    @Test
    void countingStopsAtTheCap() {
        for (var number = 0; number < 5; number++) {
            submitted("line " + number);
        }

        assertThat(bench.count(filter(QueueTab.ALL), 1001)).isEqualTo(new QueueCount(5, true));
        assertThat(bench.count(filter(QueueTab.ALL), 3)).isEqualTo(new QueueCount(3, false));
    }

    @Test
    void aProjectNameIsNeverPartOfTheQuestion() {
        submitted("sh010");

        for (var text : List.of("' or '1'='1", "x'; drop table review.review_item; --", "%", "\\", project + "' --")) {
            assertThat(ids(QueueFilter.of(QueueTab.ALL).in(text))).isEmpty();
        }
        assertThat(ids(filter(QueueTab.ALL))).hasSize(1);
    }

    @Test
    void whatWaitsForAPersonIsWhatNamesThemOrTheirRoleOrFunction() {
        var byName = submitted("by name");
        var byFunction = submitted("by function");
        var byRole = submitted("by role");
        var forLeads = submitted("for leads");
        var forOthers = submitted("for others");
        var maria = supervisor(bench.somebody("maria", Role.REVIEWER));
        bench.await(byName, "user:" + maria.username());
        bench.await(byFunction, "function:supervisor", "user:tom");
        bench.await(byRole, "role:REVIEWER");
        bench.await(forLeads, "role:LEAD");
        bench.await(forOthers, "user:tom", "function:producer");

        assertThat(ids(maria, filter(QueueTab.NEEDS_ME))).containsExactlyInAnyOrder(byName, byFunction, byRole);
        assertThat(ids(bench.somebody("lead", Role.LEAD), filter(QueueTab.NEEDS_ME)))
                .containsExactlyInAnyOrder(byRole, forLeads);
        assertThat(ids(bench.nobody(), filter(QueueTab.NEEDS_ME))).isEmpty();
    }

    @Test
    void anItemThatWaitsForAPersonInSeveralWaysIsThereOnce() {
        var maria = supervisor(bench.somebody("maria", Role.LEAD));
        var item = submitted("sh010");
        bench.await(item, "user:" + maria.username(), "function:supervisor", "role:REVIEWER", "role:LEAD");

        assertThat(ids(maria, filter(QueueTab.NEEDS_ME))).containsExactly(item);
    }

    @Test
    void whoeverDidTheirPartWaitsForTheOthersUnlessTheyAreNamed() {
        var maria = bench.somebody("maria", Role.REVIEWER);
        var own = bench.submit(bench.submission("own")
                        .project(project)
                        .by(maria.username())
                        .build())
                .item()
                .orElseThrow();
        var voted = submitted("voted");
        var fresh = submitted("fresh");
        bench.vote(maria, voted, Choice.ABSTAIN);
        assertThat(ids(maria, filter(QueueTab.NEEDS_ME))).containsExactly(fresh);
        assertThat(ids(maria, filter(QueueTab.WAITING))).containsExactlyInAnyOrder(own, voted);
        assertThat(ids(maria, filter(QueueTab.MINE))).containsExactly(own);

        bench.await(voted, "user:" + maria.username());
        assertThat(ids(maria, filter(QueueTab.NEEDS_ME))).containsExactlyInAnyOrder(fresh, voted);
        assertThat(ids(maria, filter(QueueTab.WAITING))).containsExactly(own);
    }

    @Test
    void whatIsDecidedWaitsForNobodyAndWhatIsUndoneWaitsAgain() {
        var maria = bench.somebody("maria", Role.REVIEWER);
        var tom = bench.somebody("tom", Role.REVIEWER);
        var item = submitted("sh010");
        bench.vote(tom, item, Choice.ABSTAIN);
        var decision = bench.vote(maria, item, Choice.APPROVE).orElseThrow();
        assertThat(ids(maria, filter(QueueTab.NEEDS_ME))).isEmpty();
        assertThat(ids(tom, filter(QueueTab.WAITING))).isEmpty();

        bench.undo(maria, decision);
        assertThat(ids(maria, filter(QueueTab.NEEDS_ME))).containsExactly(item);
        assertThat(ids(tom, filter(QueueTab.WAITING))).containsExactly(item);
        assertThat(ids(maria, filter(QueueTab.WAITING))).isEmpty();
    }

    @Test
    void aNewVersionAsksThoseAgainWhoVotedOnTheOneBefore() {
        var maria = bench.somebody("maria", Role.REVIEWER);
        var item = submitted("sh010");
        bench.vote(maria, item, Choice.ABSTAIN);

        submitted("sh010");

        assertThat(ids(maria, filter(QueueTab.NEEDS_ME))).containsExactly(item);
        assertThat(ids(maria, filter(QueueTab.WAITING))).isEmpty();
    }

    @Test
    void newestSubmissionComesFirstInWhatWaits() {
        var older = submitted("older");
        bench.clock.advance(Duration.ofSeconds(1));
        var newer = submitted("newer");
        bench.clock.advance(Duration.ofSeconds(1));
        bench.vote(bench.somebody("tom", Role.REVIEWER), older, Choice.ABSTAIN);

        var maria = bench.somebody("maria", Role.REVIEWER);
        assertThat(ids(maria, filter(QueueTab.NEEDS_ME))).containsExactly(newer, older);
        assertThat(ids(filter(QueueTab.OPEN))).containsExactly(older, newer);
    }

    @Test
    void whatWaitsInManyWaysHasNeitherGapsNorRepeatsFromPageToPage() {
        var maria = supervisor(bench.somebody("maria", Role.LEAD));
        var selectors = List.of("user:" + maria.username(), "function:supervisor", "role:REVIEWER", "role:LEAD");
        var items = new HashSet<ReviewItemId>();
        for (var number = 0; number < 60; number++) {
            var item = submitted("line " + number);
            items.add(item);
            bench.await(item, selectors.get(number % 4), selectors.get(number / 4 % 4));
            if (number % 7 == 0) {
                bench.clock.advance(Duration.ofSeconds(1));
            }
        }

        assertThat(walked(maria, filter(QueueTab.NEEDS_ME), 7))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(items)
                .containsExactlyElementsOf(ids(maria, filter(QueueTab.NEEDS_ME)));
        QueueCount count = bench.queue(queue -> queue.count(maria, filter(QueueTab.NEEDS_ME), 1001));
        assertThat(count).isEqualTo(new QueueCount(60, true));
    }

    @Test
    void filtersCombineInEveryTab() {
        var maria = bench.somebody("maria", Role.REVIEWER);
        var task = new TaskContent("wip", Optional.empty(), "", List.of(), List.of(), List.of());
        var all = new ArrayList<ReviewItemId>();
        for (var number = 0; number < 24; number++) {
            var submission = bench.submission("line " + number)
                    .project(number % 2 == 0 ? project : project + " b")
                    .by(number % 3 == 0 ? maria.username() : "tom");
            all.add(bench.submit((number % 4 == 0 ? submission.content(task) : submission).build())
                    .item()
                    .orElseThrow());
        }
        bench.vote(bench.somebody("lead", Role.LEAD), all.get(0), Choice.REJECT);
        bench.vote(bench.somebody("lead", Role.LEAD), all.get(4), Choice.REJECT);

        var inProject = filter(QueueTab.ALL);
        assertThat(ids(inProject)).hasSize(12);
        assertThat(ids(inProject.of(Kind.TASK))).hasSize(6);
        assertThat(ids(inProject.by("tom"))).hasSize(8);
        assertThat(ids(inProject.of(Kind.TASK).by("tom"))).hasSize(4);
        assertThat(ids(inProject.of(Kind.TASK).by("tom").standing(Outcome.REJECTED)))
                .containsExactly(all.get(4));
        assertThat(ids(inProject.standing(Outcome.REJECTED, Outcome.PENDING))).hasSize(12);
        assertThat(ids(inProject.on(QueueTab.OPEN).of(Kind.TASK))).hasSize(4);
        assertThat(ids(inProject.on(QueueTab.OPEN).by("tom"))).hasSize(7);
        assertThat(ids(inProject.on(QueueTab.OPEN).standing(Outcome.REJECTED))).isEmpty();
        assertThat(ids(maria, inProject.on(QueueTab.MINE))).hasSize(4);
        assertThat(ids(maria, inProject.on(QueueTab.MINE).standing(Outcome.REJECTED)))
                .containsExactly(all.get(0));
        assertThat(ids(maria, inProject.on(QueueTab.MINE).by("tom"))).isEmpty();
        assertThat(ids(maria, inProject.on(QueueTab.NEEDS_ME))).hasSize(7);
        assertThat(ids(maria, inProject.on(QueueTab.NEEDS_ME).of(Kind.TASK))).hasSize(3);
        assertThat(ids(maria, inProject.on(QueueTab.NEEDS_ME).standing(Outcome.IN_REVIEW)))
                .isEmpty();
        assertThat(ids(maria, inProject.on(QueueTab.WAITING).of(Kind.TASK))).hasSize(1);
        assertThat(walked(maria, inProject.standing(Outcome.REJECTED, Outcome.PENDING), 5))
                .containsExactlyElementsOf(ids(inProject));
    }

    @Test
    void aPageTakesAFewStatementsHoweverManyRowsItHas() {
        for (var number = 0; number < 30; number++) {
            submitted("line " + number);
        }
        var maria = supervisor(bench.somebody("maria", Role.LEAD));
        for (var tab : QueueTab.values()) {
            for (var filter :
                    List.of(filter(tab), filter(tab).of(Kind.CHANGESET).with("line"))) {
                var one = statements(() -> bench.page(maria, filter, Optional.empty(), 1));
                var many = statements(() -> bench.page(maria, filter, Optional.empty(), 30));
                assertThat(many).as("%s", filter).isLessThanOrEqualTo(Math.max(one, 6));
            }
        }
    }

    @Test
    void whatWaitsForAnAbsentPersonNeedsTheirDeputy() {
        var maria = bench.somebody("maria", Role.REVIEWER, "vfx_supervisor");
        var ada = bench.somebody("ada", Role.REVIEWER);
        var byFunction = submitted("sh010");
        bench.await(byFunction, "function:vfx_supervisor");
        var byName = submitted("sh020");
        bench.await(byName, "user:" + maria.username());

        assertThat(ids(ada, filter(QueueTab.NEEDS_ME))).isEmpty();
        bench.delegations(desk -> {
            desk.delegate(maria, maria.id(), ada.id(), bench.clock.instant().plus(Duration.ofDays(1)));
            return true;
        });
        assertThat(ids(ada, filter(QueueTab.NEEDS_ME))).containsExactlyInAnyOrder(byFunction, byName);

        bench.clock.advance(Duration.ofDays(2));
        assertThat(ids(ada, filter(QueueTab.NEEDS_ME))).isEmpty();
    }

    @Test
    void guestsHaveNoQueue() {
        var item = submitted("sh010");
        var guest = bench.guest("client", "client");

        for (Function<ReviewQueue, Object> asked : List.<Function<ReviewQueue, Object>>of(
                queue -> queue.page(guest, filter(QueueTab.ALL), Optional.empty(), 1),
                queue -> queue.count(guest, filter(QueueTab.ALL), 1),
                queue -> queue.counts(guest, Set.of(QueueTab.ALL), 1),
                queue -> queue.find(guest, item))) {
            assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> bench.queue(asked));
        }
    }

    private int statements(Runnable work) {
        var before = database.statements().size();
        work.run();
        return database.statements().size() - before;
    }

    private static Identity supervisor(Identity person) {
        return new Identity(
                person.id(),
                person.username(),
                person.displayName(),
                person.role(),
                Set.of("supervisor"),
                person.kind());
    }

    private List<ReviewItemId> walked(Identity viewer, QueueFilter filter, int pageSize) {
        var seen = new ArrayList<ReviewItemId>();
        var place = Optional.<QueueCursor>empty();
        while (true) {
            var rows = bench.page(viewer, filter, place, pageSize);
            if (rows.isEmpty()) {
                return seen;
            }
            rows.forEach(row -> seen.add(row.id()));
            place = Optional.of(rows.get(rows.size() - 1).cursor());
        }
    }

    private ReviewItemId submitted(String lineKey) {
        return bench.submit(bench.submission(lineKey).project(project).build())
                .item()
                .orElseThrow();
    }

    private QueueFilter filter(QueueTab tab) {
        return QueueFilter.of(tab).in(project);
    }

    private List<ReviewItemId> ids(QueueFilter filter) {
        return ids(bench.nobody(), filter);
    }

    private List<ReviewItemId> ids(Identity viewer, QueueFilter filter) {
        return bench.page(viewer, filter, Optional.empty(), 500).stream()
                .map(ReviewItemSummary::id)
                .toList();
    }
}
