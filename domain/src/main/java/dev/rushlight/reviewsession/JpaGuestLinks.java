package dev.rushlight.reviewsession;

import dev.rushlight.people.PersonState;
import dev.rushlight.review.ReviewItemId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Guest links in the database. Whether one opens anything is decided there: what does not is not found. */
@Dependent
class JpaGuestLinks {

    private static final String OPENING =
            " from GuestLink l join ReviewSession s on s.id = l.reviewSession" + " join Person g on g.id = l.guest";

    private static final String NOW = " and l.state = :valid and l.expiresAt > :now and g.state = :active"
            + " and s.state = :open and (s.opensAt is null or s.opensAt <= :now)"
            + " and (s.closesAt is null or s.closesAt > :now)";

    /** A link and what it opens. */
    record Opened(GuestLink link, ReviewSession reviewSession) {}

    /** A link and the entry that it shows. */
    record Shown(GuestLink link, EntryRow entry) {}

    private final EntityManager entities;

    @Inject
    JpaGuestLinks(EntityManager entities) {
        this.entities = entities;
    }

    void add(GuestLink link) {
        entities.persist(link);
        entities.flush();
    }

    Optional<GuestLink> locked(GuestLinkId id) {
        return Optional.ofNullable(entities.find(GuestLink.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
    }

    Optional<Opened> openedBy(String codeHash, Instant now) {
        return opened("l.codeHash = :codeHash", now)
                .setParameter("codeHash", codeHash)
                .getResultStream()
                .map(JpaGuestLinks::opened)
                .findFirst();
    }

    Optional<Opened> openedBy(GuestLinkId id, Instant now) {
        return opened("l.id = :id", now)
                .setParameter("id", id.value())
                .getResultStream()
                .map(JpaGuestLinks::opened)
                .findFirst();
    }

    private TypedQuery<Object[]> opened(String which, Instant now) {
        return bound(entities.createQuery("select l, s" + OPENING + " where " + which + NOW, Object[].class), now);
    }

    private static Opened opened(Object[] row) {
        return new Opened((GuestLink) row[0], (ReviewSession) row[1]);
    }

    Optional<Shown> shownBy(GuestLinkId id, ReviewItemId item, Instant now) {
        return bound(
                        entities.createQuery(
                                "select l, " + EntryRow.COLUMNS + OPENING
                                        + " join ReviewSessionEntry e on e.reviewSession = s.id"
                                        + JpaReviewSessions.SHOWN
                                        + " where l.id = :id and e.item = :item" + NOW,
                                Object[].class),
                        now)
                .setParameter("id", id.value())
                .setParameter("item", item.value())
                .getResultStream()
                .map(row -> new Shown((GuestLink) row[0], EntryRow.read(row, 1)))
                .findFirst();
    }

    private static TypedQuery<Object[]> bound(TypedQuery<Object[]> query, Instant now) {
        return query.setParameter("valid", GuestLinkState.VALID)
                .setParameter("active", PersonState.ACTIVE)
                .setParameter("open", ReviewSessionState.OPEN)
                .setParameter("now", now);
    }

    /** Without a lock, so that those who look in do not wait for each other. */
    void noteUse(GuestLinkId id, Instant now) {
        entities.createQuery("update GuestLink l set l.lastUsedAt = :now where l.id = :id")
                .setParameter("now", now)
                .setParameter("id", id.value())
                .executeUpdate();
    }

    /** How many guests may still look in. */
    int countInForce(ReviewSessionId id, Instant now) {
        return entities.createQuery(
                        "select count(l.id) from GuestLink l where l.reviewSession = :id and l.state = :valid"
                                + " and l.expiresAt > :now",
                        Long.class)
                .setParameter("id", id.value())
                .setParameter("valid", GuestLinkState.VALID)
                .setParameter("now", now)
                .getSingleResult()
                .intValue();
    }

    /** Whether the review session has a guest whom policies may ask. */
    boolean hasDeciders(ReviewSessionId id) {
        return entities.createQuery(
                                "select count(l.id) from GuestLink l where l.reviewSession = :id and l.state = :valid"
                                        + " and l.right = :decide",
                                Long.class)
                        .setParameter("id", id.value())
                        .setParameter("valid", GuestLinkState.VALID)
                        .setParameter("decide", GuestRight.DECIDE)
                        .getSingleResult()
                > 0;
    }

    /** The usernames of those who may decide on the current versions, by item. */
    Map<ReviewItemId, Set<String>> decidingOn(Collection<ReviewItemId> items) {
        return entities.createQuery(
                        "select e.item, g.username" + OPENING
                                + " join ReviewSessionEntry e on e.reviewSession = s.id"
                                + " join ReviewItem i on i.id = e.item"
                                + " where e.item in :items and l.state = :valid and l.right = :decide"
                                + " and g.state = :active and s.state = :open"
                                + " and (e.pinnedVersion is null or e.pinnedVersion = i.currentVersion)",
                        Object[].class)
                .setParameter("items", items.stream().map(ReviewItemId::value).toList())
                .setParameter("valid", GuestLinkState.VALID)
                .setParameter("decide", GuestRight.DECIDE)
                .setParameter("active", PersonState.ACTIVE)
                .setParameter("open", ReviewSessionState.OPEN)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        row -> new ReviewItemId((UUID) row[0]),
                        Collectors.mapping(row -> (String) row[1], Collectors.toSet())));
    }

    /** The links with their guests' names, newest first. */
    List<Object[]> page(ReviewSessionId id, Optional<GuestLinkCursor> after, int limit) {
        var query = entities.createQuery(
                        "select l, g.displayName from GuestLink l join Person g on g.id = l.guest"
                                + " where l.reviewSession = :id"
                                + (after.isPresent() ? " and l.madeAt <= :at and (l.madeAt < :at or l.id < :link)" : "")
                                + " order by l.reviewSession, l.madeAt desc, l.id desc",
                        Object[].class)
                .setParameter("id", id.value())
                .setMaxResults(limit);
        after.ifPresent(cursor -> query.setParameter("at", cursor.madeAt()).setParameter("link", cursor.link()));
        return query.getResultList();
    }

    /**
     * Those about which something is to be done by now, longest due first, and locked; in two steps, because what
     * EclipseLink writes for both at once H2 does not read.
     */
    List<GuestLink> due(Instant now, int most) {
        var ids = entities.createQuery(
                        "select l.id from GuestLink l where l.dueAt <= :now order by l.dueAt, l.id", UUID.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select l from GuestLink l where l.id in :ids and l.dueAt <= :now order by l.dueAt, l.id",
                        GuestLink.class)
                .setParameter("ids", ids)
                .setParameter("now", now)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }
}
