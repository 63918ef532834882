package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.InboxState;
import dev.rushlight.exchange.OutboxState;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.people.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was exchanged with the hubs, newest first, for administrators. */
@ApplicationScoped
@Transactional // outside of one, threads of the container share an entity manager
public class ExchangeLog {

    private static final int LARGEST_PAGE = 200;

    private final EntityManager entities;

    @Inject
    ExchangeLog(EntityManager entities) {
        this.entities = entities;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected ExchangeLog() { // for CDI
        this(null);
    }

    /** The entries older than the given one. */
    public List<InboxEntry> inbox(Identity admin, Optional<InboxState> state, Optional<Long> before, int limit) {
        admin.requireAdmin();
        return entities.createQuery(
                        "select r.id, r.connection, c.name, r.eventId, r.topic, r.receivedAt, r.submitter, r.state,"
                                + " r.receipt from InboxRow r, HubConnection c where c.id = r.connection"
                                + " and r.state in :states and r.id < :before order by r.id desc",
                        Object[].class)
                .setParameter("states", state.map(EnumSet::of).orElse(EnumSet.allOf(InboxState.class)))
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setMaxResults(Math.min(limit, LARGEST_PAGE))
                .getResultStream()
                .map(ExchangeLog::inboxEntry)
                .toList();
    }

    /** The event as it came. */
    public Optional<String> raw(Identity admin, long id) {
        admin.requireAdmin();
        return entities.createQuery("select r.raw from InboxRow r where r.id = :id", String.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The entries older than the given one. */
    public List<OutboxEntrySummary> outbox(
            Identity admin, Optional<OutboxState> state, Optional<Long> before, int limit) {
        admin.requireAdmin();
        return entities.createQuery(
                        "select r.id, r.connection, c.name, r.eventId, r.kind, r.state, r.attempts, r.lastError,"
                                + " r.createdAt, r.notBefore, r.settledAt, r.line from OutboxRow r, HubConnection c"
                                + " where c.id = r.connection and r.state in :states and r.id < :before"
                                + " order by r.id desc",
                        Object[].class)
                .setParameter("states", state.map(EnumSet::of).orElse(EnumSet.allOf(OutboxState.class)))
                .setParameter("before", before.orElse(Long.MAX_VALUE))
                .setMaxResults(Math.min(limit, LARGEST_PAGE))
                .getResultStream()
                .map(ExchangeLog::outboxEntry)
                .toList();
    }

    private static InboxEntry inboxEntry(Object[] row) {
        var receipt = receipt((String) row[8]);
        return new InboxEntry(
                (Long) row[0],
                new ConnectionId((UUID) row[1]),
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (Instant) row[5],
                Optional.ofNullable((String) row[6]),
                (InboxState) row[7],
                reasons(receipt),
                Optional.ofNullable(receipt.getString("itemId", null)).map(UUID::fromString));
    }

    private static OutboxEntrySummary outboxEntry(Object[] row) {
        var kind = (OwedKind) row[4];
        var state = (OutboxState) row[5];
        return new OutboxEntrySummary(
                (Long) row[0],
                new ConnectionId((UUID) row[1]),
                (String) row[2],
                (String) row[3],
                kind,
                state,
                (Integer) row[6],
                Optional.ofNullable((String) row[7]),
                (Instant) row[8],
                Optional.of((Instant) row[9]).filter(due -> state.isOwed()),
                Optional.ofNullable((Instant) row[10]),
                Optional.of((UUID) row[11]).filter(line -> kind != OwedKind.RECEIPT));
    }

    private static JsonObject receipt(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    private static List<InboxEntry.Reason> reasons(JsonObject receipt) {
        if (!receipt.containsKey("errors")) {
            return List.of();
        }
        return receipt.getJsonArray("errors").getValuesAs(JsonObject.class).stream()
                .map(error -> new InboxEntry.Reason(
                        error.getString("code"), error.getString("field"), error.getString("message")))
                .toList();
    }
}
