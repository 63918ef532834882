package dev.rushlight.reviewsession;

import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NoSuchPerson;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.PersonId;
import dev.rushlight.review.NoSuchReviewItem;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.review.ReviewQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Where leads arrange review sessions. Whatever is asked for twice is done once. */
@ApplicationScoped
@Transactional
public class ReviewSessionDesk {

    /** How many entries a review session can have. */
    public static final int MOST_ITEMS = 2_000;

    /** How many people and guests can take part. */
    public static final int MOST_PARTICIPANTS = 200;

    private static final int MOST_AT_ONCE = 500;

    private final JpaReviewSessions reviewSessions;
    private final JpaGuestLinks guests;
    private final PeopleDesk people;
    private final ReviewQueue queue;
    private final Journal journal;
    private final Clock clock;
    private final Event<ReviewSessionChanged> changes;

    @Inject
    ReviewSessionDesk(
            JpaReviewSessions reviewSessions,
            JpaGuestLinks guests,
            PeopleDesk people,
            ReviewQueue queue,
            Journal journal,
            Clock clock,
            Event<ReviewSessionChanged> changes) {
        this.reviewSessions = reviewSessions;
        this.guests = guests;
        this.people = people;
        this.queue = queue;
        this.journal = journal;
        this.clock = clock;
        this.changes = changes;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected ReviewSessionDesk() { // for CDI
        this(null, null, null, null, null, null, null);
    }

    /** Whoever creates a review session takes part in it. */
    public ReviewSessionId create(Identity lead, ReviewSessionPlan plan) {
        Leads.require(lead);
        var now = clock.instant();
        var reviewSession = new ReviewSession(plan, lead, now);
        reviewSessions.add(reviewSession);
        reviewSessions.add(new Participation(reviewSession.id(), lead.id(), now));
        journal.record(Act.SESSION_CREATED, reviewSession.id(), lead, JsonValue.EMPTY_JSON_OBJECT, plan.json());
        announce(reviewSession);
        return reviewSession.id();
    }

    /**
     * Renames, describes or dates a review session.
     *
     * @param seen what it said when the lead began to write; if it says something else by now, nothing is changed
     */
    public void change(Identity lead, ReviewSessionId id, ReviewSessionPlan seen, ReviewSessionPlan wanted) {
        var reviewSession = locked(lead, id);
        var before = reviewSession.plan();
        if (before.equals(wanted)) {
            return;
        }
        reviewSession.change(seen, wanted);
        journal.record(Act.SESSION_CHANGED, id, lead, before.json(), wanted.json());
        announce(reviewSession);
    }

    public void open(Identity lead, ReviewSessionId id) {
        turn(lead, id, ReviewSessionState.PREPARED, ReviewSessionState.OPEN, Act.SESSION_CHANGED);
    }

    /** Lets guests in no more and keeps everything as it is. */
    public void close(Identity lead, ReviewSessionId id) {
        turn(lead, locked(lead, id), ReviewSessionState.CLOSED, Act.SESSION_CLOSED);
    }

    public void reopen(Identity lead, ReviewSessionId id) {
        turn(lead, id, ReviewSessionState.CLOSED, ReviewSessionState.OPEN, Act.SESSION_CHANGED);
    }

    /**
     * Adds the items at the end, in this order; those that are in already stay where they are. Returns how many are
     * new.
     */
    public int add(Identity lead, ReviewSessionId id, List<ReviewItemId> items, Keeping keeping) {
        return add(lead, editable(lead, id), items, keeping);
    }

    /** Adds what the queue shows now, in its order, up to 500 at once; as above. */
    public int addAll(Identity lead, ReviewSessionId id, QueueFilter filter, int most, Keeping keeping) {
        var reviewSession = editable(lead, id);
        var items = queue.page(lead, filter, Optional.empty(), Math.min(most, MOST_AT_ONCE)).stream()
                .map(ReviewItemSummary::id)
                .toList();
        return add(lead, reviewSession, items, keeping);
    }

    /** Takes items out of the review session; nothing else happens to them. */
    public void remove(Identity lead, ReviewSessionId id, Collection<ReviewItemId> items) {
        var reviewSession = editable(lead, id);
        var entries = reviewSessions.entries(id, items);
        if (entries.isEmpty()) {
            return;
        }
        entries.values().forEach(reviewSessions::remove);
        journal.removed(id, lead, entries.keySet());
        showsOtherwise(lead, reviewSession);
    }

    /** Moves one entry and no other; whoever moves another one at the same time gets what they want, too. */
    public void move(Identity lead, ReviewSessionId id, ReviewItemId item, Destination destination) {
        var reviewSession = editable(lead, id);
        var neighbour = destination.neighbour();
        var named = new LinkedHashSet<>(List.of(item));
        neighbour.ifPresent(named::add);
        var entries = reviewSessions.entries(id, named);
        var moved = required(entries, item);
        var beside = neighbour.map(other -> required(entries, other));
        if (neighbour.equals(Optional.of(item))) {
            return;
        }
        var gap = gap(id, item, destination, beside);
        if (gap.holds(moved.place())) {
            return;
        }
        var before = standing(moved);
        moved.moveTo(gap.middle().orElseGet(() -> {
            spaceAnew(reviewSession);
            return gap(id, item, destination, beside).middle().orElseThrow();
        }));
        journal.record(Act.SESSION_CHANGED, id, lead, before, standing(moved));
        announce(reviewSession);
    }

    /** Holds an entry at one version, also when there is a newer one. */
    public void pin(Identity lead, ReviewSessionId id, ReviewItemId item, int version) {
        var reviewSession = editable(lead, id);
        var entry = entry(id, item);
        if (!reviewSessions.hasVersion(item, version)) {
            throw new NoVersionToPin(item, version);
        }
        var before = keeping(entry);
        entry.pin(version);
        kept(lead, reviewSession, before, entry);
    }

    /** Lets an entry show the newest version again, whichever that is. */
    public void keepLatest(Identity lead, ReviewSessionId id, ReviewItemId item) {
        var reviewSession = editable(lead, id);
        var entry = entry(id, item);
        var before = keeping(entry);
        entry.keepLatest();
        kept(lead, reviewSession, before, entry);
    }

    /** Lets people with an account take part; guests get a link. */
    public void welcome(Identity lead, ReviewSessionId id, Collection<PersonId> people) {
        var reviewSession = editable(lead, id);
        var there = reviewSessions.participations(id);
        var coming = new LinkedHashSet<>(people);
        coming.removeAll(there.keySet());
        if (coming.isEmpty()) {
            return;
        }
        var known = reviewSessions.activePeopleAmong(coming);
        coming.stream().filter(person -> !known.contains(person)).findFirst().ifPresent(nobody -> {
            throw new NoSuchPerson(nobody);
        });
        var now = clock.instant();
        requireRoom(there.size() + guests.countInForce(id, now) + coming.size());
        coming.forEach(person -> reviewSessions.add(new Participation(id, person, now)));
        journal.welcomed(id, lead, coming);
        announce(reviewSession);
    }

    public void dismiss(Identity lead, ReviewSessionId id, Collection<PersonId> people) {
        var reviewSession = editable(lead, id);
        var going = reviewSessions.participations(id);
        going.keySet().retainAll(Set.copyOf(people));
        if (going.isEmpty()) {
            return;
        }
        going.values().forEach(reviewSessions::remove);
        journal.dismissed(id, lead, going.keySet());
        announce(reviewSession);
    }

    static void requireRoom(int participants) {
        if (participants > MOST_PARTICIPANTS) {
            throw new ReviewSessionFull("participants", MOST_PARTICIPANTS, participants);
        }
    }

    private ReviewSession locked(Identity lead, ReviewSessionId id) {
        Leads.require(lead);
        return reviewSessions.locked(id).orElseThrow(() -> new NoSuchReviewSession(id));
    }

    private ReviewSession editable(Identity lead, ReviewSessionId id) {
        var reviewSession = locked(lead, id);
        reviewSession.requireEditable();
        return reviewSession;
    }

    private void turn(Identity lead, ReviewSessionId id, ReviewSessionState from, ReviewSessionState to, Act act) {
        var reviewSession = locked(lead, id);
        if (reviewSession.state() != from) {
            throw new ImpossibleMove(reviewSession.state(), to);
        }
        turn(lead, reviewSession, to, act);
    }

    private void turn(Identity lead, ReviewSession reviewSession, ReviewSessionState to, Act act) {
        var before = reviewSession.state();
        reviewSession.moveTo(to);
        journal.record(act, reviewSession.id(), lead, json(before), json(to));
        showsOtherwise(lead, reviewSession);
    }

    private int add(Identity lead, ReviewSession reviewSession, List<ReviewItemId> items, Keeping keeping) {
        var id = reviewSession.id();
        var there = reviewSessions.items(id);
        var coming = new LinkedHashSet<>(items);
        coming.removeAll(there);
        if (coming.isEmpty()) {
            return 0;
        }
        if (there.size() + coming.size() > MOST_ITEMS) {
            throw new ReviewSessionFull("items", MOST_ITEMS, there.size() + coming.size());
        }
        var versions = reviewSessions.currentVersions(coming);
        var now = clock.instant();
        var place = placeBeforeSoMany(reviewSession, coming.size());
        for (var item : coming) {
            var version = Optional.ofNullable(versions.get(item)).orElseThrow(() -> new NoSuchReviewItem(item));
            place += Gap.STEP;
            var entry = new ReviewSessionEntry(id, item, place, lead, now);
            if (keeping == Keeping.PINNED) {
                entry.pin(version);
            }
            reviewSessions.add(entry);
        }
        journal.added(id, lead, coming, keeping);
        showsOtherwise(lead, reviewSession);
        return coming.size();
    }

    /** The last place that is taken, with room for so many more behind it. */
    private long placeBeforeSoMany(ReviewSession reviewSession, int entries) {
        var last = reviewSessions.lastPlace(reviewSession.id());
        if (last.isPresent() && !Gap.isRoomAfter(last.getAsLong(), entries)) {
            spaceAnew(reviewSession);
            last = reviewSessions.lastPlace(reviewSession.id());
        }
        return last.orElse(-Gap.STEP);
    }

    /** Where the moved entry can stand, as far as its neighbours-to-be leave room. */
    private Gap gap(ReviewSessionId id, ReviewItemId moved, Destination to, Optional<ReviewSessionEntry> neighbour) {
        var beside = neighbour.map(entry -> OptionalLong.of(entry.place())).orElse(OptionalLong.empty());
        return switch (to.side()) {
            case BEFORE ->
                neighbour.isPresent()
                        ? new Gap(reviewSessions.placeBelow(id, beside, moved), beside)
                        : new Gap(OptionalLong.empty(), reviewSessions.placeAbove(id, beside, moved));
            case AFTER ->
                neighbour.isPresent()
                        ? new Gap(beside, reviewSessions.placeAbove(id, beside, moved))
                        : new Gap(reviewSessions.placeBelow(id, beside, moved), OptionalLong.empty());
        };
    }

    private void spaceAnew(ReviewSession reviewSession) {
        var place = 0L;
        for (var entry : reviewSessions.entriesInOrder(reviewSession.id())) {
            entry.moveTo(place);
            place += Gap.STEP;
        }
        reviewSession.respaced();
    }

    private ReviewSessionEntry entry(ReviewSessionId id, ReviewItemId item) {
        return required(reviewSessions.entries(id, Set.of(item)), item);
    }

    private static ReviewSessionEntry required(Map<ReviewItemId, ReviewSessionEntry> entries, ReviewItemId item) {
        return Optional.ofNullable(entries.get(item)).orElseThrow(() -> new NotInReviewSession(item));
    }

    private void kept(Identity lead, ReviewSession reviewSession, JsonObject before, ReviewSessionEntry entry) {
        var after = keeping(entry);
        if (after.equals(before)) {
            return;
        }
        journal.record(Act.SESSION_CHANGED, reviewSession.id(), lead, before, after);
        showsOtherwise(lead, reviewSession);
    }

    private static JsonObject keeping(ReviewSessionEntry entry) {
        var json = Json.createObjectBuilder()
                .add("item", entry.item().toString())
                .add("keeping", (entry.isPinned() ? Keeping.PINNED : Keeping.KEEP_LATEST).name());
        entry.pinnedVersion().ifPresent(version -> json.add("version", version));
        return json.build();
    }

    private static JsonObject standing(ReviewSessionEntry entry) {
        return Json.createObjectBuilder()
                .add("item", entry.item().toString())
                .add("place", entry.place())
                .build();
    }

    private static JsonObject json(ReviewSessionState state) {
        return Json.createObjectBuilder().add("state", state.name()).build();
    }

    /** Where guests may decide, other items wait for them now. */
    private void showsOtherwise(Identity lead, ReviewSession reviewSession) {
        if (guests.hasDeciders(reviewSession.id())) {
            people.askAnew(lead);
        }
        announce(reviewSession);
    }

    private void announce(ReviewSession reviewSession) {
        changes.fire(new ReviewSessionChanged(reviewSession.id()));
    }
}
