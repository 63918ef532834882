package dev.rushlight.reviewsession;

import dev.rushlight.people.PersonId;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.ReviewItemId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The entries of a review session as somebody meets them who goes from one to the next. */
@Dependent
class JpaEntryOrder {

    private static final Set<Outcome> UNDECIDED = EnumSet.of(Outcome.PENDING, Outcome.IN_REVIEW);

    // The first column is repeated in the orders, without which H2 sorts everything there is.
    private static final String FORWARD = " order by e.reviewSession, e.place, e.item";
    private static final String BACKWARD = " order by e.reviewSession desc, e.place desc, e.item desc";

    private static final String AFTER = " and e.place >= :place and (e.place > :place or e.item > :item)";
    private static final String BEFORE = " and e.place <= :place and (e.place < :place or e.item < :item)";

    // Not as "not exists": see the outbox.
    private static final String OWED = " and v.number = i.currentVersion and v.outcome in :undecided"
            + " and (select count(w.id) from Vote w where w.version = v.id and w.voter = :person"
            + " and w.standing in (dev.rushlight.review.VoteStanding.CAST,"
            + " dev.rushlight.review.VoteStanding.LATE)) = 0";

    private final EntityManager entities;

    @Inject
    JpaEntryOrder(EntityManager entities) {
        this.entities = entities;
    }

    Optional<EntryRow> find(ReviewSessionId id, ReviewItemId item) {
        return rows(entries(id, " and e.item = :item", "").setParameter("item", item.value())).stream()
                .findFirst();
    }

    List<EntryRow> after(ReviewSession reviewSession, Optional<EntryCursor> after, int limit) {
        var from = present(reviewSession, after);
        var query = entries(reviewSession.id(), from.isPresent() ? AFTER : "", FORWARD);
        from.ifPresent(cursor -> beside(query, cursor));
        return rows(query.setMaxResults(limit));
    }

    /** The nearest entries before the cursor, in the order of the review session. */
    List<EntryRow> before(ReviewSession reviewSession, EntryCursor cursor, int limit) {
        return present(reviewSession, Optional.of(cursor))
                .map(from -> {
                    var query = entries(reviewSession.id(), BEFORE, BACKWARD);
                    var nearestFirst = rows(beside(query, from).setMaxResults(limit));
                    Collections.reverse(nearestFirst);
                    return nearestFirst;
                })
                .orElse(List.of());
    }

    /** How many entries there are before this one. */
    int countBefore(ReviewSessionId id, EntryCursor cursor) {
        return beside(
                        entities.createQuery(
                                "select count(e.id) from ReviewSessionEntry e where e.reviewSession = :id" + BEFORE,
                                Long.class),
                        cursor)
                .setParameter("id", id.value())
                .getSingleResult()
                .intValue();
    }

    /** The first entry after the cursor on whose newest version this person owes a vote. */
    Optional<ReviewItemId> nextFor(PersonId person, ReviewSession reviewSession, Optional<EntryCursor> after) {
        var query = entries(reviewSession.id(), (after.isPresent() ? AFTER : "") + OWED, FORWARD);
        after.ifPresent(cursor -> beside(query, cursor));
        return rows(owed(query, person).setMaxResults(1)).stream()
                .map(EntryRow::item)
                .findFirst();
    }

    /** On how many entries this person owes a vote. */
    int countFor(PersonId person, ReviewSessionId id) {
        return owed(
                        entities.createQuery(
                                "select count(e.id) from ReviewSessionEntry e" + JpaReviewSessions.SHOWN
                                        + " where e.reviewSession = :id" + OWED,
                                Long.class),
                        person)
                .setParameter("id", id.value())
                .getSingleResult()
                .intValue();
    }

    private TypedQuery<Object[]> entries(ReviewSessionId id, String conditions, String order) {
        return entities.createQuery(
                        "select " + EntryRow.COLUMNS + " from ReviewSessionEntry e" + JpaReviewSessions.SHOWN
                                + " where e.reviewSession = :id" + conditions + order,
                        Object[].class)
                .setParameter("id", id.value());
    }

    private static <T> TypedQuery<T> beside(TypedQuery<T> query, EntryCursor cursor) {
        return query.setParameter("place", cursor.place()).setParameter("item", cursor.item());
    }

    private static <T> TypedQuery<T> owed(TypedQuery<T> query, PersonId person) {
        return query.setParameter("undecided", UNDECIDED).setParameter("person", person.value());
    }

    private static List<EntryRow> rows(TypedQuery<Object[]> query) {
        return query.getResultStream().map(row -> EntryRow.read(row, 0)).collect(Collectors.toList());
    }

    /** Where the cursor's entry stands now, if all were spaced anew since; if it is gone as well, at the beginning. */
    private Optional<EntryCursor> present(ReviewSession reviewSession, Optional<EntryCursor> cursor) {
        return cursor.flatMap(remembered -> remembered.spacing() == reviewSession.spacing()
                ? Optional.of(remembered)
                : find(reviewSession.id(), new ReviewItemId(remembered.item()))
                        .map(row -> row.cursor(reviewSession.spacing())));
    }
}
