package dev.rushlight.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The outbox in the database. */
@Dependent
class JpaOutbox implements Outbox {

    private static final List<OutboxState> WAITING = List.of(OutboxState.HELD, OutboxState.READY);

    // Numbered in one reading of what is owed: no planner comes to compare each row of a long line with all the others.
    private static final String FIRST_OF_THEIR_LINES = "select head.id from (select id, kind, state, not_before,"
            + " row_number() over (partition by line_id order by id) as place"
            + " from review.outbox where connection_id = ? and owed = ?) head"
            + " where head.place = 1 and head.state in (?, ?)";

    private final EntityManager entities;
    private final Clock clock;
    private final Event<OutboxChanged> changes;

    @Inject
    JpaOutbox(EntityManager entities, Clock clock, Event<OutboxChanged> changes) {
        this.entities = entities;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public void oweReceipt(ConnectionId connection, String target, String inReplyTo, String payload) {
        entities.persist(OutboxRow.receipt(connection, target, inReplyTo, payload, clock.instant()));
        changes.fire(new OutboxChanged(connection));
    }

    @Override
    public void owe(ConnectionId own, OwedKind kind, UUID line, UUID subject, Duration grace, Audience audience) {
        var now = clock.instant();
        routes(own).stream().filter(route -> route.leads(own, audience)).forEach(route -> {
            entities.persist(OutboxRow.telling(route.connection(), kind, line, subject, grace, now));
            changes.fire(new OutboxChanged(route.connection()));
        });
    }

    @Override
    public boolean tells(ConnectionId hub, ConnectionId own, Audience audience) {
        return Optional.ofNullable(entities.find(Route.class, hub.value()))
                .filter(route -> route.leads(own, audience))
                .isPresent();
    }

    private List<Route> routes(ConnectionId own) {
        return entities.createQuery(
                        "select r from Route r where r.connection = :own or r.hearsEverything = true order by r.connection",
                        Route.class)
                .setFlushMode(FlushModeType.COMMIT) // nothing else that is still to be written says where events lead
                .setParameter("own", own.value())
                .getResultList();
    }

    @Override
    public void route(ConnectionId connection, Routing routing) {
        Optional.ofNullable(entities.find(Route.class, connection.value()))
                .ifPresentOrElse(
                        known -> known.follow(routing), () -> entities.persist(new Route(connection, routing)));
    }

    @Override
    public void unroute(ConnectionId connection) {
        entities.createQuery("delete from Route r where r.connection = :connection")
                .setParameter("connection", connection.value())
                .executeUpdate();
    }

    @Override
    public boolean cancel(UUID subject) {
        var now = clock.instant();
        var rows = entities.createQuery(
                        "select r from OutboxRow r where r.subject = :subject order by r.id", OutboxRow.class)
                .setParameter("subject", subject)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        if (rows.isEmpty() || !rows.stream().allMatch(row -> row.isHeld(now))) {
            return false;
        }
        rows.forEach(row -> {
            row.cancel(now);
            changes.fire(new OutboxChanged(row.connection()));
        });
        return true;
    }

    @Override
    public Map<UUID, Standing> standing(Collection<UUID> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        var standing = new HashMap<UUID, Standing>();
        entities.createQuery("select r from OutboxRow r where r.subject in :subjects", OutboxRow.class)
                .setParameter("subjects", subjects)
                .getResultList()
                .forEach(row -> standing.merge(row.subject(), row.standing(), Standing::lessFar));
        return standing;
    }

    @Override
    public List<HubStanding> standings(UUID subject) {
        return entities.createQuery(
                        "select r from OutboxRow r where r.subject = :subject order by r.id", OutboxRow.class)
                .setParameter("subject", subject)
                .getResultStream()
                .map(row -> new HubStanding(row.connection(), row.standing()))
                .toList();
    }

    @Override
    public boolean owesAnythingTo(ConnectionId connection) {
        return depth(connection) > 0;
    }

    int depth(ConnectionId connection) {
        return entities.createQuery(
                        "select count(r) from OutboxRow r where r.connection = :connection and r.owed = true",
                        Long.class)
                .setParameter("connection", connection.value())
                .getSingleResult()
                .intValue();
    }

    /** What may leave now: of each line the first row that is still owed, oldest first. */
    List<OutboxRow> due(ConnectionId connection, Set<OwedKind> kinds, Instant now, int max) {
        var values = new ArrayList<Object>(List.of(now.atOffset(ZoneOffset.UTC)));
        kinds.forEach(kind -> values.add(kind.name()));
        var heads = firstOfTheirLines(
                connection,
                " and head.not_before <= ? and head.kind in (%s) order by head.id"
                        .formatted(String.join(", ", Collections.nCopies(kinds.size(), "?"))),
                values,
                max);
        if (heads.isEmpty()) {
            return List.of();
        }
        // One may have been claimed since it was found; it is not claimed twice.
        return entities.createQuery(
                        "select r from OutboxRow r where r.id in :heads and r.state in :waiting"
                                + " and r.notBefore <= :now order by r.id",
                        OutboxRow.class)
                .setParameter("heads", heads)
                .setParameter("waiting", WAITING)
                .setParameter("now", now)
                .getResultList();
    }

    /** When the next of them may leave. */
    Optional<Instant> nextDue(ConnectionId connection) {
        var next = firstOfTheirLines(connection, " order by head.not_before, head.id", List.of(), 1);
        return next.isEmpty()
                ? Optional.empty()
                : entities.createQuery("select r.notBefore from OutboxRow r where r.id = :id", Instant.class)
                        .setParameter("id", next.get(0))
                        .getResultStream()
                        .findFirst();
    }

    private List<Long> firstOfTheirLines(ConnectionId connection, String which, List<Object> values, int max) {
        var all = new ArrayList<Object>(List.of(connection.value(), true));
        WAITING.forEach(state -> all.add(state.name()));
        all.addAll(values);
        var query = entities.createNativeQuery(FIRST_OF_THEIR_LINES + which).setMaxResults(max);
        for (var place = 0; place < all.size(); place++) {
            query.setParameter(place + 1, all.get(place));
        }
        List<?> heads = query.getResultList();
        return heads.stream().map(head -> ((Number) head).longValue()).toList();
    }

    /** True for exactly one of those who try at the same time. */
    boolean claim(OutboxRow row) {
        return entities.createQuery("update OutboxRow r set r.state = :sent, r.attempts = :attempt"
                                + " where r.id = :id and r.state = :seen and r.attempts = :seenAttempts")
                        .setParameter("sent", OutboxState.SENT)
                        .setParameter("attempt", row.attempts() + 1)
                        .setParameter("id", row.id())
                        .setParameter("seen", row.state())
                        .setParameter("seenAttempts", row.attempts())
                        .executeUpdate()
                == 1;
    }

    /** Those of the rows that are on their way, locked. */
    List<OutboxRow> sent(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select r from OutboxRow r where r.id in :ids and r.state = :sent order by r.id",
                        OutboxRow.class)
                .setParameter("ids", ids)
                .setParameter("sent", OutboxState.SENT)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    Optional<OutboxRow> locked(long id) {
        return Optional.ofNullable(entities.find(OutboxRow.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Makes everything READY now that is on its way or waits for a retry; returns how many were on their way. */
    int recover(ConnectionId connection, Instant now) {
        entities.createQuery("update OutboxRow r set r.notBefore = :now where r.connection = :connection"
                        + " and r.owed = true and r.state = :ready and r.notBefore > :now")
                .setParameter("now", now)
                .setParameter("connection", connection.value())
                .setParameter("ready", OutboxState.READY)
                .executeUpdate();
        return entities.createQuery("update OutboxRow r set r.state = :ready, r.notBefore = :now"
                        + " where r.connection = :connection and r.owed = true and r.state = :sent")
                .setParameter("ready", OutboxState.READY)
                .setParameter("now", now)
                .setParameter("connection", connection.value())
                .setParameter("sent", OutboxState.SENT)
                .executeUpdate();
    }

    /** Whether this connection was ever owed anything. */
    boolean hasHistory(ConnectionId connection) {
        return !entities.createQuery("select r.id from OutboxRow r where r.connection = :connection", Long.class)
                .setParameter("connection", connection.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
