package dev.rushlight.web.bridge;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OutboxDesk;
import dev.rushlight.exchange.OutboxState;
import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.exchange.OwedKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** An outbox in memory with the desk's rules: one row of a line at a time, and a pause after each failure. */
class RememberedOutbox extends OutboxDesk {
    static final Duration PAUSE = Duration.ofSeconds(5);

    private final Clock clock;
    private final Map<Long, Row> rows = new TreeMap<>();
    final List<String> errors = new ArrayList<>();
    int recoveries;
    int failures;
    boolean hasHistory = true;

    RememberedOutbox(Clock clock) {
        this.clock = clock;
    }

    /** Owes one event of a line; the event's id is {@code event-<row>}. */
    long owe(String line, Duration grace) {
        return owe(line, OwedKind.DECISION, grace);
    }

    long owe(String line, OwedKind kind, Duration grace) {
        var id = rows.size() + 1L;
        rows.put(id, new Row(id, line, kind, clock.instant().plus(grace)));
        return id;
    }

    OutboxState state(long id) {
        return rows.get(id).state;
    }

    int attempts(long id) {
        return rows.get(id).attempts;
    }

    /** The next so many calls find the database gone. */
    void fail(int calls) {
        failures = calls;
    }

    @Override
    public List<OwedEvent> claim(ConnectionId connection, Set<OwedKind> kinds, int max) {
        failIfAsked();
        var now = clock.instant();
        var blocked = new HashSet<String>();
        var claimed = new ArrayList<OwedEvent>();
        rows.values().stream().filter(row -> row.state.isOwed()).forEach(row -> {
            if (blocked.add(row.line)
                    && row.state != OutboxState.SENT
                    && !row.due.isAfter(now)
                    && kinds.contains(row.kind)
                    && claimed.size() < max) {
                row.state = OutboxState.SENT;
                row.attempts++;
                claimed.add(row.owed(connection));
            }
        });
        return claimed;
    }

    @Override
    public void acknowledged(List<Long> ids) {
        failIfAsked();
        ids.forEach(id -> rows.get(id).state = OutboxState.ACKNOWLEDGED);
    }

    @Override
    public void released(long id, String error) {
        failIfAsked();
        errors.add(error);
        rows.get(id).state = OutboxState.READY;
        rows.get(id).due = clock.instant().plus(PAUSE);
    }

    @Override
    public void refused(long id, String error) {
        released(id, "refused: " + error);
    }

    @Override
    public int recover(ConnectionId connection) {
        failIfAsked();
        recoveries++;
        var left = rows.values().stream()
                .filter(row -> row.state == OutboxState.SENT)
                .toList();
        left.forEach(row -> row.state = OutboxState.READY);
        return left.size();
    }

    @Override
    public Optional<Instant> nextDue(ConnectionId connection) {
        failIfAsked();
        var first = new HashMap<String, Row>();
        rows.values().stream().filter(row -> row.state.isOwed()).forEach(row -> first.putIfAbsent(row.line, row));
        return first.values().stream()
                .filter(row -> row.state != OutboxState.SENT)
                .map(row -> row.due)
                .min(Comparator.naturalOrder());
    }

    @Override
    public int depth(ConnectionId connection) {
        return (int) rows.values().stream().filter(row -> row.state.isOwed()).count();
    }

    @Override
    public boolean hasHistory(ConnectionId connection) {
        return hasHistory;
    }

    private void failIfAsked() {
        if (failures > 0) {
            failures--;
            throw new IllegalStateException("The database is gone");
        }
    }

    private static final class Row {
        private final long id;
        private final String line;
        private final OwedKind kind;
        private Instant due;
        private OutboxState state = OutboxState.READY;
        private int attempts;

        Row(long id, String line, OwedKind kind, Instant due) {
            this.id = id;
            this.line = line;
            this.kind = kind;
            this.due = due;
        }

        OwedEvent owed(ConnectionId connection) {
            return new OwedEvent(
                    id,
                    connection,
                    "event-" + id,
                    kind,
                    Optional.of(new UUID(0, id)),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    attempts);
        }
    }
}
