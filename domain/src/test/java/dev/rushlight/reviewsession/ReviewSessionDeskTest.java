package dev.rushlight.reviewsession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.Database;
import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NoSuchPerson;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ReviewSessionDeskTest {

    private static final ReviewSessionPlan DAILIES = ReviewSessionPlan.named("Dailies");

    private final Database database;
    private ReviewSessionBench bench;
    private Identity lead;

    ReviewSessionDeskTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openTheRoom() {
        bench = new ReviewSessionBench(database);
        lead = bench.lead;
    }

    @Test
    void whatWasPlannedIsKept() {
        var now = bench.clock.instant();
        var plan = new ReviewSessionPlan(
                "Client dailies",
                Optional.of("Tuesday's shots"),
                Optional.of("spy"),
                Optional.of(now),
                Optional.of(now.plus(Duration.ofDays(2))));

        var id = bench.asked(desk -> desk.create(lead, plan));

        var detail = detail(id);
        assertThat(detail.plan()).isEqualTo(plan);
        assertThat(detail.state()).isEqualTo(ReviewSessionState.PREPARED);
        assertThat(detail.creator()).isEqualTo("lead");
        assertThat(detail.createdAt()).isEqualTo(now);
        assertThat(detail.participants()).extracting(Participant::id).containsExactly(lead.id());
        assertThat(detail.progress().total()).isZero();
        assertThat(bench.changes.heard()).containsExactly(new ReviewSessionChanged(id));
    }

    @Test
    void onlyLeadsAndAdministratorsArrange() {
        var id = bench.prepared(2);
        var item = bench.order(id).get(0);
        var somebody = PersonId.random();
        var everything = List.<Consumer<Identity>>of(
                who -> bench.asked(desk -> desk.create(who, DAILIES)),
                who -> bench.at(desk -> desk.change(who, id, DAILIES, DAILIES)),
                who -> bench.at(desk -> desk.open(who, id)),
                who -> bench.at(desk -> desk.close(who, id)),
                who -> bench.at(desk -> desk.reopen(who, id)),
                who -> bench.at(desk -> desk.add(who, id, List.of(item), Keeping.PINNED)),
                who -> bench.at(desk -> desk.addAll(who, id, QueueFilter.of(QueueTab.ALL), 5, Keeping.PINNED)),
                who -> bench.at(desk -> desk.remove(who, id, List.of(item))),
                who -> bench.at(desk -> desk.move(who, id, item, Destination.last())),
                who -> bench.at(desk -> desk.pin(who, id, item, 1)),
                who -> bench.at(desk -> desk.keepLatest(who, id, item)),
                who -> bench.at(desk -> desk.welcome(who, id, List.of(somebody))),
                who -> bench.at(desk -> desk.dismiss(who, id, List.of(somebody))),
                who -> bench.links(desk -> desk.invite(who, id, bench.form(GuestRight.VIEW))),
                who -> bench.read(sessions -> sessions.guests(who, id, Optional.empty(), 10)));
        var refused = List.of(
                bench.room.somebody("viewer", Role.VIEWER),
                bench.room.somebody("reviewer", Role.REVIEWER),
                new Identity(PersonId.random(), "bot", "Bot", Role.LEAD, Set.of(), PersonKind.BOT),
                new Identity(PersonId.random(), "guest", "Guest", Role.LEAD, Set.of(), PersonKind.GUEST));

        for (var who : refused) {
            for (var act : everything) {
                assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> act.accept(who));
            }
        }
        var root = bench.room.somebody("root", Role.ADMIN);
        var asRoot = bench.asked(desk -> desk.create(root, DAILIES));
        assertThat(detail(asRoot).creator()).isEqualTo("root");
    }

    @Test
    void whoWritesOverSomethingUnseenIsToldWhatChanged() {
        var id = bench.asked(desk -> desk.create(lead, DAILIES));
        var end = Optional.of(bench.clock.instant().plus(Duration.ofDays(1)));
        bench.at(desk ->
                desk.change(lead, id, DAILIES, DAILIES.withName("Weeklies").withDates(Optional.empty(), end)));

        assertThatExceptionOfType(ReviewSessionChangedMeanwhile.class)
                .isThrownBy(() ->
                        bench.at(desk -> desk.change(lead, id, DAILIES, DAILIES.withDescription("for the client"))))
                .withMessage("The review session was changed meanwhile: its name is now \"Weeklies\","
                        + " it now closes at 2026-11-24T12:00:00Z");
        assertThat(detail(id).plan()).isEqualTo(DAILIES.withName("Weeklies").withDates(Optional.empty(), end));
    }

    @Test
    void aChangeThatIsAskedForTwiceIsMadeOnce() {
        var id = bench.asked(desk -> desk.create(lead, DAILIES));
        var wanted = DAILIES.withName("Weeklies");

        bench.at(desk -> desk.change(lead, id, DAILIES, wanted));
        bench.at(desk -> desk.change(lead, id, DAILIES, wanted));

        assertThat(bench.ledger.acts(id.value())).containsExactly(Act.SESSION_CREATED, Act.SESSION_CHANGED);
        assertThat(bench.ledger.last().before().getString("name")).isEqualTo("Dailies");
        assertThat(bench.ledger.last().after().getString("name")).isEqualTo("Weeklies");
    }

    @Test
    void itMovesOnlyAsItsStatesAllow() {
        var id = bench.prepared(0);
        assertThatExceptionOfType(ImpossibleMove.class)
                .isThrownBy(() -> bench.at(desk -> desk.reopen(lead, id)))
                .withMessage("A review session that is PREPARED cannot become OPEN");

        bench.at(desk -> desk.open(lead, id));
        assertThat(detail(id).state()).isEqualTo(ReviewSessionState.OPEN);
        assertThatExceptionOfType(ImpossibleMove.class).isThrownBy(() -> bench.at(desk -> desk.open(lead, id)));

        bench.at(desk -> desk.close(lead, id));
        assertThat(detail(id).state()).isEqualTo(ReviewSessionState.CLOSED);
        assertThatExceptionOfType(ImpossibleMove.class).isThrownBy(() -> bench.at(desk -> desk.open(lead, id)));
        assertThatExceptionOfType(ImpossibleMove.class).isThrownBy(() -> bench.at(desk -> desk.close(lead, id)));

        bench.at(desk -> desk.reopen(lead, id));
        assertThat(detail(id).state()).isEqualTo(ReviewSessionState.OPEN);
        assertThat(bench.ledger.acts(id.value()))
                .containsExactly(Act.SESSION_CREATED, Act.SESSION_CHANGED, Act.SESSION_CLOSED, Act.SESSION_CHANGED);
    }

    @Test
    void closingDeletesNothingAndNothingChangesWhileItIsClosed() {
        var id = bench.opened(3);
        var order = bench.order(id);
        bench.decided(order.get(0), 1);
        var before = detail(id);
        bench.at(desk -> desk.close(lead, id));

        var changes = List.<Consumer<ReviewSessionDesk>>of(
                desk -> desk.change(lead, id, before.plan(), DAILIES),
                desk -> desk.add(lead, id, order, Keeping.PINNED),
                desk -> desk.addAll(lead, id, QueueFilter.of(QueueTab.ALL), 5, Keeping.PINNED),
                desk -> desk.remove(lead, id, order),
                desk -> desk.move(lead, id, order.get(0), Destination.last()),
                desk -> desk.pin(lead, id, order.get(0), 1),
                desk -> desk.keepLatest(lead, id, order.get(0)),
                desk -> desk.welcome(lead, id, List.of(PersonId.random())),
                desk -> desk.dismiss(lead, id, List.of(lead.id())));
        for (var change : changes) {
            assertThatExceptionOfType(ReviewSessionClosed.class).isThrownBy(() -> bench.at(change));
        }
        assertThatExceptionOfType(ReviewSessionClosed.class)
                .isThrownBy(() -> bench.invited(id, bench.form(GuestRight.VIEW)));

        bench.at(desk -> desk.reopen(lead, id));
        assertThat(bench.order(id)).isEqualTo(order);
        assertThat(detail(id)).isEqualTo(before);
    }

    @Test
    void itemsComeInOrderAndOnce() {
        var id = bench.prepared(0);
        var items = List.of(bench.submitted("a"), bench.submitted("b"), bench.submitted("c"));

        assertThat(added(id, List.of(items.get(2), items.get(0)))).isEqualTo(2);
        assertThat(added(id, List.of(items.get(0), items.get(1), items.get(1)))).isEqualTo(1);
        assertThat(added(id, items)).isZero();

        assertThat(bench.order(id)).containsExactly(items.get(2), items.get(0), items.get(1));
        assertThat(bench.ledger.acts(id.value()))
                .containsExactly(Act.SESSION_CREATED, Act.SESSION_CHANGED, Act.SESSION_CHANGED);
        assertThat(bench.ledger.last().after().getJsonArray("items").getString(0))
                .isEqualTo(items.get(1).toString());
    }

    @Test
    void whatIsUnknownIsNotAdded() {
        var id = bench.prepared(1);
        var unknown = ReviewItemId.random();

        assertThatExceptionOfType(NoSuchReviewItem.class)
                .isThrownBy(() -> added(id, List.of(bench.submitted("a"), unknown)));
        assertThatExceptionOfType(NoSuchReviewSession.class)
                .isThrownBy(() -> added(ReviewSessionId.random(), List.of(unknown)));
        assertThat(bench.order(id)).hasSize(1);
    }

    @Test
    void whatTheQueueShowsIsAddedInItsOrder() {
        var filter = QueueFilter.of(QueueTab.OPEN).in(bench.project);
        var items = new ArrayList<ReviewItemId>();
        for (var key : List.of("a", "b", "c", "d")) {
            items.add(0, bench.submitted(key));
            bench.clock.advance(Duration.ofSeconds(1));
        }
        bench.decided(items.get(1), 1);
        var id = bench.prepared(0);

        assertThat(addedAll(id, filter, 2, Keeping.KEEP_LATEST)).isEqualTo(2);
        assertThat(bench.order(id)).containsExactly(items.get(0), items.get(2));

        assertThat(addedAll(id, filter, 100, Keeping.PINNED)).isEqualTo(1);
        assertThat(bench.order(id)).containsExactly(items.get(0), items.get(2), items.get(3));
        assertThat(bench.entries(id))
                .extracting(EntrySummary::keeping)
                .containsExactly(Keeping.KEEP_LATEST, Keeping.KEEP_LATEST, Keeping.PINNED);
    }

    @Test
    void atMostFiveHundredAreAddedFromTheQueueAtOnceAndTwoThousandInAll() {
        var first = bench.submitted("original");
        var copies = bench.copies(first, 2_000);
        var filter = QueueFilter.of(QueueTab.ALL).in(bench.project);
        var id = bench.prepared(0);

        assertThat(addedAll(id, filter, 10_000, Keeping.KEEP_LATEST)).isEqualTo(500);
        bench.at(desk -> desk.add(lead, id, copies.subList(0, 1_998), Keeping.KEEP_LATEST));
        // Which five hundred came first is left to the queue: these three may be among them.
        for (var last : List.of(first, copies.get(1_998), copies.get(1_999))) {
            if (size(id) < 2_000) {
                added(id, List.of(last));
            }
        }
        assertThat(size(id)).isEqualTo(2_000);

        assertThatExceptionOfType(ReviewSessionFull.class)
                .isThrownBy(() -> added(id, List.of(bench.submitted("one more"))))
                .withMessage("A review session takes 2000 items, not 2001");
        assertThat(size(id)).isEqualTo(2_000);
    }

    @Test
    void removedItemsAreGoneFromTheReviewSessionAlone() {
        var id = bench.prepared(3);
        var order = bench.order(id);

        bench.at(desk -> desk.remove(lead, id, List.of(order.get(1), ReviewItemId.random())));
        bench.at(desk -> desk.remove(lead, id, List.of(order.get(1))));

        assertThat(bench.order(id)).containsExactly(order.get(0), order.get(2));
        assertThat(bench.room.detail(order.get(1)).currentVersion()).isEqualTo(1);
        assertThat(bench.ledger.acts(id.value()))
                .containsExactly(Act.SESSION_CREATED, Act.SESSION_CHANGED, Act.SESSION_CHANGED);
        added(id, List.of(order.get(1)));
        assertThat(bench.order(id)).containsExactly(order.get(0), order.get(2), order.get(1));
    }

    @Test
    void entriesMoveToEitherEndAndBesideEachOther() {
        var id = bench.prepared(4);
        var order = bench.order(id);
        var a = order.get(0);
        var b = order.get(1);
        var c = order.get(2);
        var d = order.get(3);

        move(id, d, Destination.first());
        assertThat(bench.order(id)).containsExactly(d, a, b, c);
        move(id, a, Destination.last());
        assertThat(bench.order(id)).containsExactly(d, b, c, a);
        move(id, a, Destination.before(b));
        assertThat(bench.order(id)).containsExactly(d, a, b, c);
        move(id, d, Destination.after(b));
        assertThat(bench.order(id)).containsExactly(a, b, d, c);
        move(id, b, Destination.before(a));
        assertThat(bench.order(id)).containsExactly(b, a, d, c);
        move(id, b, Destination.after(c));
        assertThat(bench.order(id)).containsExactly(a, d, c, b);
    }

    @Test
    void aMoveChangesOneRowAndTheSameMoveNone() {
        var id = bench.prepared(50);
        var order = bench.order(id);
        var destination = Destination.after(order.get(20));

        assertThat(updates(() -> move(id, order.get(3), destination))).hasSize(1);
        assertThat(updates(() -> move(id, order.get(3), destination))).isEmpty();
        assertThat(updates(() -> move(id, order.get(3), Destination.before(order.get(3)))))
                .isEmpty();
        assertThat(updates(() -> move(id, order.get(0), Destination.first()))).isEmpty();
        assertThat(updates(() -> move(id, order.get(49), Destination.last()))).isEmpty();
        assertThat(bench.ledger.acts(id.value())).hasSize(3);
    }

    @Test
    void whatIsNotInTheReviewSessionNeitherMovesNorShowsTheWay() {
        var id = bench.prepared(2);
        var inside = bench.order(id).get(0);
        var outside = bench.submitted("outside");

        assertThatExceptionOfType(NotInReviewSession.class).isThrownBy(() -> move(id, outside, Destination.first()));
        assertThatExceptionOfType(NotInReviewSession.class)
                .isThrownBy(() -> move(id, inside, Destination.before(outside)))
                .withMessage("Review item %s is not in this review session".formatted(outside));
        assertThatExceptionOfType(NotInReviewSession.class)
                .isThrownBy(() -> bench.at(desk -> desk.pin(lead, id, outside, 1)));
        assertThatExceptionOfType(NotInReviewSession.class)
                .isThrownBy(() -> bench.at(desk -> desk.keepLatest(lead, id, outside)));
    }

    @Test
    void movesNeverRunOutOfRoom() {
        var id = bench.prepared(3);
        var expected = new ArrayList<>(bench.order(id));

        for (var turn = 0; turn < 100; turn++) {
            var last = expected.remove(2);
            expected.add(1, last);
            move(id, last, Destination.after(expected.get(0)));
        }

        assertThat(bench.order(id)).isEqualTo(expected);
        for (var turn = 0; turn < 5; turn++) {
            move(id, expected.get(2), Destination.first());
            expected.add(0, expected.remove(2));
        }
        assertThat(bench.order(id)).isEqualTo(expected);
        added(id, List.of(bench.submitted("at the end")));
        assertThat(bench.order(id))
                .startsWith(expected.toArray(ReviewItemId[]::new))
                .hasSize(4);
    }

    @Test
    void anEntryKeepsUpWithItsLineUnlessItIsPinned() {
        var id = bench.prepared(0);
        var latest = bench.submitted("latest");
        var pinned = bench.submitted("pinned");
        added(id, List.of(latest));
        bench.at(desk -> desk.add(lead, id, List.of(pinned), Keeping.PINNED));
        bench.decided(latest, 1);
        bench.decided(pinned, 1);
        assertThat(bench.entries(id)).allSatisfy(entry -> {
            assertThat(entry.version()).isEqualTo(1);
            assertThat(entry.newerVersion()).isEmpty();
            assertThat(entry.outcome()).isEqualTo(Outcome.APPROVED);
        });

        bench.submitted("latest");
        bench.submitted("pinned");

        var entries = bench.entries(id);
        assertThat(entries.get(0).version()).isEqualTo(2);
        assertThat(entries.get(0).newerVersion()).isEmpty();
        assertThat(entries.get(0).outcome()).isEqualTo(Outcome.PENDING);
        assertThat(entries.get(1).version()).isEqualTo(1);
        assertThat(entries.get(1).newerVersion()).hasValue(2);
        assertThat(entries.get(1).outcome()).isEqualTo(Outcome.SUPERSEDED);
    }

    @Test
    void pinsAreSetMovedAndTakenOut() {
        var id = bench.prepared(0);
        var item = bench.submitted("sh010");
        bench.submitted("sh010");
        added(id, List.of(item));

        bench.at(desk -> desk.pin(lead, id, item, 1));
        bench.at(desk -> desk.pin(lead, id, item, 1));
        assertThat(bench.entries(id).get(0).version()).isEqualTo(1);
        bench.at(desk -> desk.pin(lead, id, item, 2));
        assertThat(bench.entries(id).get(0).keeping()).isEqualTo(Keeping.PINNED);
        assertThat(bench.entries(id).get(0).version()).isEqualTo(2);
        bench.at(desk -> desk.keepLatest(lead, id, item));
        bench.at(desk -> desk.keepLatest(lead, id, item));
        assertThat(bench.entries(id).get(0).keeping()).isEqualTo(Keeping.KEEP_LATEST);

        assertThatExceptionOfType(NoVersionToPin.class).isThrownBy(() -> bench.at(desk -> desk.pin(lead, id, item, 3)));
        assertThat(bench.ledger.acts(id.value())).hasSize(5);
        assertThat(bench.ledger.last().before().getInt("version")).isEqualTo(2);
        assertThat(bench.ledger.last().after().getString("keeping")).isEqualTo("KEEP_LATEST");
    }

    @Test
    void peopleComeAndGo() {
        var id = bench.prepared(0);
        var maria = bench.room.somebody("maria", Role.REVIEWER);
        var tom = bench.room.somebody("tom", Role.VIEWER);

        bench.at(desk -> desk.welcome(lead, id, List.of(maria.id(), tom.id(), maria.id())));
        bench.at(desk -> desk.welcome(lead, id, List.of(tom.id())));
        assertThat(detail(id).participants())
                .extracting(Participant::displayName)
                .containsExactly("lead", "maria", "tom");

        bench.at(desk -> desk.dismiss(lead, id, List.of(maria.id(), PersonId.random())));
        bench.at(desk -> desk.dismiss(lead, id, List.of(maria.id())));
        assertThat(detail(id).participants())
                .extracting(Participant::username)
                .containsExactly(lead.username(), tom.username());
        assertThat(bench.ledger.acts(id.value()))
                .containsExactly(Act.SESSION_CREATED, Act.SESSION_CHANGED, Act.SESSION_CHANGED);
    }

    @Test
    void onlyPeopleWithAnAccountTakePart() {
        var id = bench.prepared(0);
        var guest = bench.invited(id, bench.form(GuestRight.VIEW)).guest();
        var unknown = PersonId.random();

        assertThatExceptionOfType(NoSuchPerson.class)
                .isThrownBy(() -> bench.at(desk -> desk.welcome(lead, id, List.of(unknown))));
        assertThatExceptionOfType(NoSuchPerson.class)
                .isThrownBy(() -> bench.at(desk -> desk.welcome(lead, id, List.of(guest.id()))));
    }

    @Test
    void twoHundredTakePartGuestsIncluded() {
        var id = bench.prepared(0);
        var people = new ArrayList<PersonId>();
        for (var number = 0; number < 200; number++) {
            people.add(bench.room.somebody("p" + number, Role.VIEWER).id());
        }
        bench.at(desk -> desk.welcome(lead, id, people.subList(0, 198)));
        var invited = bench.invited(id, bench.form(GuestRight.VIEW));

        assertThatExceptionOfType(ReviewSessionFull.class)
                .isThrownBy(() -> bench.invited(id, bench.form(GuestRight.VIEW)))
                .withMessage("A review session takes 200 participants, not 201");
        assertThatExceptionOfType(ReviewSessionFull.class)
                .isThrownBy(() -> bench.at(desk -> desk.welcome(lead, id, people.subList(198, 199))));

        bench.revoke(invited.link());
        bench.at(desk -> desk.welcome(lead, id, people.subList(198, 199)));
        assertThat(detail(id).participants()).hasSize(200);
    }

    @Test
    void everyChangeIsAnnouncedAndSigned() {
        var id = bench.prepared(2);
        var item = bench.order(id).get(0);
        var heard = bench.changes.heard().size();

        bench.at(desk -> desk.open(lead, id));
        bench.at(desk -> desk.move(lead, id, item, Destination.last()));
        bench.at(desk -> desk.pin(lead, id, item, 1));
        bench.at(desk -> desk.remove(lead, id, List.of(item)));
        bench.at(desk -> desk.close(lead, id));

        assertThat(bench.changes.heard().subList(heard, bench.changes.heard().size()))
                .containsOnly(new ReviewSessionChanged(id))
                .hasSize(5);
        assertThat(bench.ledger.entries())
                .allSatisfy(entry -> {
                    assertThat(entry.line()).isEqualTo(id.value());
                    assertThat(entry.author().username()).isEqualTo(lead.username());
                    assertThat(entry.author().role()).isEqualTo("LEAD");
                })
                .hasSize(7);
    }

    @Test
    void votesOfTheReviewSessionAreVotesLikeOthers() {
        var id = bench.opened(2);
        var item = bench.order(id).get(0);

        bench.vote(lead, item, 1, Choice.REQUEST_CHANGES);

        assertThat(bench.entries(id).get(0).ownVote()).contains(Choice.REQUEST_CHANGES);
        assertThat(bench.progress(id, Outcome.CHANGES_REQUESTED)).isEqualTo(1);
    }

    private int added(ReviewSessionId id, List<ReviewItemId> items) {
        return bench.asked(desk -> desk.add(lead, id, items, Keeping.KEEP_LATEST));
    }

    private int addedAll(ReviewSessionId id, QueueFilter filter, int most, Keeping keeping) {
        return bench.asked(desk -> desk.addAll(lead, id, filter, most, keeping));
    }

    private void move(ReviewSessionId id, ReviewItemId item, Destination destination) {
        bench.at(desk -> desk.move(lead, id, item, destination));
    }

    private ReviewSessionDetail detail(ReviewSessionId id) {
        return bench.read(reviewSessions -> reviewSessions.detail(lead, id)).orElseThrow();
    }

    private int size(ReviewSessionId id) {
        return database.inTransaction(
                entities -> new JpaReviewSessions(entities).items(id).size());
    }

    private List<String> updates(Runnable work) {
        return bench.statementsOf(work).stream()
                .filter(sql -> sql.toLowerCase().startsWith("update"))
                .collect(Collectors.toList());
    }
}
