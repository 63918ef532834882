package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.ReviewItemId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ReviewSessionsTest {

    private final Database database;
    private ReviewSessionBench bench;
    private Identity lead;

    ReviewSessionsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheRoom() {
        bench = new ReviewSessionBench(database);
        lead = bench.lead;
    }

    @Test
    void theListShowsWhatIsMineWhatIsOpenAndEverything() {
        // Later than what other tests made, so that it comes first.
        bench.clock.advance(Duration.ofDays(3650));
        var maria = bench.room.somebody("maria", Role.REVIEWER);
        var prepared = bench.prepared(0);
        bench.clock.advance(Duration.ofSeconds(1));
        var open = bench.opened(0);
        bench.clock.advance(Duration.ofSeconds(1));
        var closed = bench.opened(0);
        bench.at(desk -> desk.welcome(lead, closed, List.of(maria.id())));
        bench.at(desk -> desk.close(lead, closed));
        bench.clock.advance(Duration.ofSeconds(1));
        var over = bench.opened(0);
        var plan = detail(over).plan();
        bench.at(desk ->
                desk.change(lead, over, plan, plan.withDates(Optional.empty(), Optional.of(bench.clock.instant()))));

        assertThat(ids(lead, ReviewSessionScope.ALL, 4)).containsExactly(over, closed, open, prepared);
        assertThat(ids(lead, ReviewSessionScope.MINE, 9)).containsExactly(over, closed, open, prepared);
        assertThat(ids(maria, ReviewSessionScope.MINE, 9)).containsExactly(closed);
        assertThat(ids(maria, ReviewSessionScope.OPEN, 1)).containsExactly(open);
        assertThat(page(lead, ReviewSessionScope.ALL, Optional.empty(), 1)
                        .get(0)
                        .closes())
                .contains(bench.clock.instant());
    }

    @Test
    void pagesOfTheListHaveNeitherGapsNorRepeats() {
        var made = new ArrayList<ReviewSessionId>();
        for (var number = 0; number < 25; number++) {
            made.add(bench.opened(0));
            if (number % 5 == 4) { // five share an instant
                bench.clock.advance(Duration.ofSeconds(1));
            }
        }

        for (var scope : ReviewSessionScope.values()) {
            var seen = new ArrayList<ReviewSessionId>();
            var cursor = Optional.<ReviewSessionCursor>empty();
            for (var page = page(lead, scope, cursor, 4); !page.isEmpty(); page = page(lead, scope, cursor, 4)) {
                page.forEach(row -> seen.add(row.id()));
                cursor = Optional.of(page.get(page.size() - 1).cursor());
            }
            assertThat(seen).doesNotHaveDuplicates().containsAll(made);
        }
    }

    @Test
    void progressCountsTheShownVersions() {
        var id = bench.opened(6);
        var order = bench.order(id);
        bench.decided(order.get(0), 1);
        bench.decided(order.get(1), 1);
        bench.vote(lead, order.get(2), 1, Choice.REQUEST_CHANGES);
        bench.vote(lead, order.get(3), 1, Choice.ABSTAIN);

        var progress = bench.read(reviewSessions -> reviewSessions.progress(lead, id));

        assertThat(progress.of(Outcome.APPROVED)).isEqualTo(2);
        assertThat(progress.of(Outcome.CHANGES_REQUESTED)).isEqualTo(1);
        assertThat(progress.of(Outcome.REJECTED)).isZero();
        assertThat(progress.decided()).isEqualTo(3);
        assertThat(progress.total()).isEqualTo(6);
        assertThat(progress.counts().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(6);
        assertThat(detail(id).progress()).isEqualTo(progress);
        assertThat(page(lead, ReviewSessionScope.MINE, Optional.empty(), 1)
                        .get(0)
                        .progress())
                .isEqualTo(progress);
    }

    @Test
    void pagesOfEntriesHaveNeitherGapsNorRepeatsWhileOthersMove() {
        var id = bench.prepared(60);
        var order = bench.order(id);
        var moved = new HashSet<ReviewItemId>();
        var seen = new ArrayList<ReviewItemId>();
        var cursor = Optional.<EntryCursor>empty();
        for (var turn = 0; ; turn++) {
            var page = entries(id, cursor, 7);
            if (page.isEmpty()) {
                break;
            }
            page.forEach(entry -> seen.add(entry.item()));
            cursor = Optional.of(page.get(page.size() - 1).cursor());
            var restless = order.get(turn * 13 % 60);
            moved.add(restless);
            var destination = turn % 2 == 0 ? Destination.first() : Destination.last();
            bench.at(desk -> desk.move(lead, id, restless, destination));
        }

        assertThat(seen).filteredOn(item -> !moved.contains(item)).doesNotHaveDuplicates();
        assertThat(order).filteredOn(item -> !moved.contains(item)).allMatch(seen::contains);
    }

    @Test
    void aPageGoesOnWhereItWasAlsoWhenEverythingWasSpacedAnew() {
        var id = bench.prepared(10);
        var order = bench.order(id);
        var cursor = entries(id, Optional.empty(), 5).get(4).cursor();
        for (var turn = 0; turn < 50; turn++) { // until there is no room between the last ones
            var later = order.get(7 + turn % 2);
            bench.at(desk -> desk.move(lead, id, later, Destination.after(order.get(6))));
        }
        assertThat(entries(id, Optional.empty(), 1).get(0).cursor().spacing()).isPositive();

        assertThat(entries(id, Optional.of(cursor), 10))
                .extracting(EntrySummary::item)
                .containsExactlyElementsOf(bench.order(id).subList(5, 10));

        bench.at(desk -> desk.remove(lead, id, List.of(order.get(4))));
        assertThat(entries(id, Optional.of(cursor), 10)).hasSize(9);
    }

    @Test
    void theNextItemIsTheNextOneThatIStillOweAVote() {
        var id = bench.opened(5);
        var order = bench.order(id);
        var maria = bench.room.somebody("maria", Role.REVIEWER);
        assertThat(next(maria, id, Optional.empty())).contains(order.get(0));
        assertThat(next(maria, id, Optional.of(order.get(0)))).contains(order.get(1));

        bench.vote(maria, order.get(2), 1, Choice.ABSTAIN); // heard, and still in review
        bench.decided(order.get(3), 1);
        assertThat(next(maria, id, Optional.of(order.get(1)))).contains(order.get(4));
        assertThat(next(lead, id, Optional.of(order.get(1)))).contains(order.get(2));
        assertThat(next(maria, id, Optional.of(order.get(4)))).contains(order.get(0));

        bench.vote(maria, order.get(0), 1, Choice.APPROVE);
        bench.vote(maria, order.get(1), 1, Choice.APPROVE);
        assertThat(next(maria, id, Optional.empty())).contains(order.get(4));
        assertThat(next(maria, id, Optional.of(order.get(4)))).isEmpty();
        bench.vote(maria, order.get(4), 1, Choice.APPROVE);
        assertThat(next(maria, id, Optional.empty())).isEmpty();
    }

    @Test
    void aNewVersionNeedsMeAgainUnlessTheEntryIsPinned() {
        var id = bench.opened(0);
        var latest = bench.submitted("latest");
        var pinned = bench.submitted("pinned");
        var maria = bench.room.somebody("maria", Role.REVIEWER);
        bench.at(desk -> desk.add(lead, id, List.of(pinned), Keeping.PINNED));
        bench.at(desk -> desk.add(lead, id, List.of(latest), Keeping.KEEP_LATEST));
        bench.vote(maria, latest, 1, Choice.APPROVE);
        bench.vote(maria, pinned, 1, Choice.APPROVE);
        assertThat(next(maria, id, Optional.empty())).isEmpty();

        bench.submitted("latest");
        bench.submitted("pinned");

        assertThat(next(maria, id, Optional.empty())).contains(latest);
        var seenByMaria = bench.read(sessions -> sessions.entries(maria, id, Optional.empty(), 9));
        assertThat(seenByMaria)
                .extracting(EntrySummary::ownVote)
                .containsExactly(Optional.of(Choice.APPROVE), Optional.empty());
    }

    @Test
    void theStandingSaysWhereOneIsAndHowMuchWaits() {
        var maria = bench.room.somebody("maria", Role.REVIEWER);
        var id = bench.opened(4);
        var order = bench.order(id);
        bench.vote(maria, order.get(0), 1, Choice.APPROVE);
        bench.decided(order.get(1), 1);

        var standing = standing(maria, id, order.get(2)).orElseThrow();

        assertThat(standing.name()).startsWith("Dailies");
        assertThat(standing.progress().total()).isEqualTo(4);
        assertThat(standing.awaiting()).isEqualTo(2);
        assertThat(standing.here()).hasValueSatisfying(here -> {
            assertThat(here.number()).isEqualTo(3);
            assertThat(here.entry().item()).isEqualTo(order.get(2));
        });
    }

    @Test
    void theNumberFollowsTheOrder() {
        var id = bench.opened(3);
        var last = bench.order(id).get(2);
        bench.at(desk -> desk.move(lead, id, last, Destination.first()));
        assertThat(standing(lead, id, last).orElseThrow().here().orElseThrow().number())
                .isEqualTo(1);
    }

    @Test
    void anItemThatIsNotInStandsNowhere() {
        var id = bench.opened(2);
        var standing = standing(lead, id, bench.submitted("elsewhere")).orElseThrow();
        assertThat(standing.here()).isEmpty();
        assertThat(standing.progress().total()).isEqualTo(2);
        assertThat(standing(lead, ReviewSessionId.random(), bench.order(id).get(0)))
                .isEmpty();
    }

    @Test
    void whatComesBeforeIsReadFromTheNearest() {
        var id = bench.opened(4);
        var order = bench.order(id);
        var third = bench.entries(id).get(2).cursor();
        assertThat(before(id, third, 10)).containsExactly(order.get(0), order.get(1));
        assertThat(before(id, third, 1)).containsExactly(order.get(1));
        assertThat(before(id, bench.entries(id).get(0).cursor(), 1)).isEmpty();
    }

    @Test
    void nothingNeedsThoseWhoMayNotVote() {
        var id = bench.opened(1);

        assertThat(next(bench.room.somebody("viewer", Role.VIEWER), id, Optional.empty()))
                .isEmpty();
    }

    @Test
    void guestsDoNotReadAsPeopleDo() {
        var id = bench.opened(1);
        var guest = bench.invited(id, bench.form(GuestRight.DECIDE)).guest();
        var questions = List.<Consumer<ReviewSessions>>of(
                sessions -> sessions.page(guest, ReviewSessionScope.ALL, Optional.empty(), 1),
                sessions -> sessions.detail(guest, id),
                sessions -> sessions.progress(guest, id),
                sessions -> sessions.entries(guest, id, Optional.empty(), 1),
                sessions -> sessions.next(guest, id, Optional.empty()),
                sessions -> sessions.standing(guest, id, ReviewItemId.random()),
                sessions -> sessions.entriesBefore(guest, id, new EntryCursor(0, UUID.randomUUID(), 0), 1),
                sessions -> sessions.guests(guest, id, Optional.empty(), 1));

        for (var question : questions) {
            assertThatExceptionOfType(NotAllowed.class)
                    .isThrownBy(() -> bench.read(sessions -> {
                        question.accept(sessions);
                        return true;
                    }));
        }
    }

    @Test
    void nothingIsReadOfAReviewSessionThatIsNot() {
        var nowhere = ReviewSessionId.random();

        assertThat(bench.detail(nowhere)).isEmpty();
        assertThat(bench.read(sessions -> sessions.progress(lead, nowhere)).total())
                .isZero();
        assertThatExceptionOfType(NoSuchReviewSession.class).isThrownBy(() -> entries(nowhere, Optional.empty(), 1));
        assertThatExceptionOfType(NoSuchReviewSession.class).isThrownBy(() -> next(lead, nowhere, Optional.empty()));
        assertThat(bench.guests(nowhere)).isEmpty();
    }

    @Test
    void questionsCostTheSameHoweverManyRowsAnswerThem() {
        var small = bench.opened(2);
        var large = bench.opened(40);
        for (var guest = 0; guest < 4; guest++) {
            bench.invited(large, bench.form(GuestRight.VIEW));
        }
        bench.decided(bench.order(large).get(0), 1);
        bench.decided(bench.order(small).get(0), 1);
        for (var id : List.of(small, large)) {
            var first = Optional.of(bench.order(id).get(0));
            var middle = Optional.of(bench.entries(id).get(0).cursor());
            assertThat(cost(() -> bench.entries(id))).isEqualTo(3);
            assertThat(cost(() -> entries(id, middle, 100))).isEqualTo(3);
            assertThat(cost(() -> detail(id))).isEqualTo(3);
            assertThat(cost(() -> bench.read(sessions -> sessions.progress(lead, id))))
                    .isEqualTo(1);
            assertThat(cost(() -> next(lead, id, first))).isEqualTo(3);
            assertThat(cost(() -> standing(lead, id, first.orElseThrow()))).isEqualTo(6);
            assertThat(cost(() -> before(id, bench.entries(id).get(1).cursor(), 100)))
                    .isEqualTo(3 + 3);
            assertThat(cost(() -> bench.guests(id))).isEqualTo(1);
        }
        for (var limit : List.of(1, 50)) {
            for (var scope : ReviewSessionScope.values()) {
                assertThat(cost(() -> page(lead, scope, Optional.empty(), limit)))
                        .isEqualTo(2);
            }
        }
    }

    private int cost(Runnable question) {
        return bench.statementsOf(question).size();
    }

    private List<ReviewSessionSummary> page(
            Identity viewer, ReviewSessionScope scope, Optional<ReviewSessionCursor> after, int limit) {
        return bench.read(reviewSessions -> reviewSessions.page(viewer, scope, after, limit));
    }

    private List<ReviewSessionId> ids(Identity viewer, ReviewSessionScope scope, int limit) {
        return page(viewer, scope, Optional.empty(), limit).stream()
                .map(ReviewSessionSummary::id)
                .toList();
    }

    private List<EntrySummary> entries(ReviewSessionId id, Optional<EntryCursor> after, int limit) {
        return bench.read(reviewSessions -> reviewSessions.entries(lead, id, after, limit));
    }

    private Optional<ReviewItemId> next(Identity reviewer, ReviewSessionId id, Optional<ReviewItemId> current) {
        return bench.read(reviewSessions -> reviewSessions.next(reviewer, id, current));
    }

    private Optional<ReviewSessionStanding> standing(Identity viewer, ReviewSessionId id, ReviewItemId item) {
        return bench.read(reviewSessions -> reviewSessions.standing(viewer, id, item));
    }

    private List<ReviewItemId> before(ReviewSessionId id, EntryCursor cursor, int limit) {
        return bench.read(reviewSessions -> reviewSessions.entriesBefore(lead, id, cursor, limit)).stream()
                .map(EntrySummary::item)
                .toList();
    }

    private ReviewSessionDetail detail(ReviewSessionId id) {
        return bench.read(reviewSessions -> reviewSessions.detail(lead, id)).orElseThrow();
    }
}
