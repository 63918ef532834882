package dev.rushlight.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Where the relay fetches what is owed to a hub and reports what became of it. */
@ApplicationScoped
@Transactional
public class OutboxDesk {

    private final JpaOutbox outbox;
    private final Clock clock;
    private final Event<OutboxChanged> changes;
    private final Event<DeliveryMoved> moves;

    @Inject
    OutboxDesk(JpaOutbox outbox, Clock clock, Event<OutboxChanged> changes, Event<DeliveryMoved> moves) {
        this.outbox = outbox;
        this.clock = clock;
        this.changes = changes;
        this.moves = moves;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected OutboxDesk() { // for CDI
        this(null, null, null, null);
    }

    /**
     * Hands out what is due, oldest first, each row to one caller only; of one line never more than one at a time.
     *
     * @param kinds what may leave now; other rows wait, and so does what follows them in their lines
     */
    public List<OwedEvent> claim(ConnectionId connection, Set<OwedKind> kinds, int max) {
        var claimed = new ArrayList<OwedEvent>();
        for (var row : outbox.due(connection, kinds, clock.instant(), max)) {
            if (outbox.claim(row)) {
                claimed.add(row.asOwed(row.attempts() + 1));
                row.line().ifPresent(line -> moves.fire(new DeliveryMoved(line)));
            }
        }
        return claimed;
    }

    /** The hub has them; what is not on its way is left alone. */
    public void acknowledged(List<Long> ids) {
        var now = clock.instant();
        settle(outbox.sent(ids), row -> row.acknowledged(now));
    }

    /** It could not be told whether the hub has it: it is sent again later, or given up after the last attempt. */
    public void released(long id, String error) {
        var now = clock.instant();
        settle(outbox.sent(List.of(id)), row -> row.failed(error, now));
    }

    /** The hub did not want it; that counts as an attempt like any other. */
    public void refused(long id, String error) {
        released(id, error);
    }

    /**
     * The hub is live again: what was on its way when it was lost is owed anew, and nobody waits out an old delay.
     *
     * @return how many events had been on their way
     */
    public int recover(ConnectionId connection) {
        return outbox.recover(connection, clock.instant());
    }

    /** Whether this connection was ever owed anything, so that somebody may be listening for more. */
    public boolean hasHistory(ConnectionId connection) {
        return outbox.hasHistory(connection);
    }

    /** When {@link #claim} will have something next, as far as is known now; it may be in the past. */
    public Optional<Instant> nextDue(ConnectionId connection) {
        return outbox.nextDue(connection);
    }

    /** How many events are still owed. */
    public int depth(ConnectionId connection) {
        return outbox.depth(connection);
    }

    /** Gives a dead event another twenty attempts, and tells which one it is. */
    public OwedEvent resend(long id) {
        var row = outbox.locked(id).orElseThrow(() -> new NoSuchOwedEvent(id));
        row.resend(clock.instant());
        announce(row);
        return row.asOwed(row.attempts());
    }

    private void settle(List<OutboxRow> rows, Consumer<OutboxRow> how) {
        rows.forEach(row -> {
            how.accept(row);
            announce(row);
        });
    }

    private void announce(OutboxRow row) {
        row.line().ifPresent(line -> moves.fire(new DeliveryMoved(line)));
        changes.fire(new OutboxChanged(row.connection()));
    }
}
