package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * Everything published and not settled, in order and bounded.
 *
 * <p>While there is a live connection each publication is sent at once and again if it is not acknowledged in time;
 * a new connection gets all of them again, in order and with the same event ids, unless whoever publishes prefers to hear
 * of the loss. Each is settled exactly once.
 */
final class Publications {

    private final HubThread thread;
    private final HubTimes times;
    private final int maxEvents;
    private final long maxBytes;
    private final boolean resend;
    private final BiConsumer<Publication, Delivery> onSettled;
    private final IntConsumer onResent;

    // Any thread reserves; the hub thread gives back.
    private final AtomicLong events = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    // Confined to the hub thread.
    private final Set<Publication> line = new LinkedHashSet<>();
    private Optional<Connection> live = Optional.empty();
    private Optional<String> over = Optional.empty();

    Publications(
            HubThread thread,
            HubTimes times,
            int maxEvents,
            long maxBytes,
            boolean resend,
            BiConsumer<Publication, Delivery> onSettled,
            IntConsumer onResent) {
        this.thread = thread;
        this.times = times;
        this.maxEvents = maxEvents;
        this.maxBytes = maxBytes;
        this.resend = resend;
        this.onSettled = onSettled;
        this.onResent = onResent;
    }

    /** Takes up room for a publication, from any thread; false if there is none. */
    boolean reserve(Publication publication) {
        var size = publication.json.length();
        if (events.incrementAndGet() <= maxEvents & bytes.addAndGet(size) <= maxBytes) {
            return true;
        }
        release(publication);
        return false;
    }

    void add(Publication publication, Duration deadline) {
        if (over.isPresent()) {
            settle(publication, Delivery.unconfirmed(over.get()));
            return;
        }
        line.add(publication);
        publication.deadline = Optional.of(thread.after(
                deadline, () -> settle(publication, Delivery.unconfirmed(overdue(publication, deadline)))));
        live.ifPresent(connection -> transmit(publication, connection));
    }

    /** The connection is live: everything that waits goes out. */
    void connected(Connection connection) {
        live = Optional.of(connection);
        var again = 0;
        for (var publication : line) {
            again += publication.sent ? 1 : 0;
            transmit(publication, connection);
        }
        if (again > 0) {
            onResent.accept(again);
        }
    }

    void disconnected() {
        live = Optional.empty();
        line.forEach(publication -> {
            publication.packetIds.clear();
            cancelAcknowledgement(publication);
        });
        if (!resend) {
            settleAll("connection lost");
        }
    }

    /** Nothing will be sent any more, whatever is added. */
    void abandon(String why) {
        live = Optional.empty();
        over = Optional.of(why);
        settleAll(why);
    }

    /** How many are not settled. */
    int count() {
        return events.intValue();
    }

    private void settleAll(String why) {
        List.copyOf(line).forEach(publication -> settle(publication, Delivery.unconfirmed(why)));
    }

    private void transmit(Publication publication, Connection connection) {
        var id = connection.request(publication.json, answer -> settle(publication, answer));
        publication.packetIds.add(id);
        publication.sent = true;
        awaitAcknowledgement(publication, connection, id);
    }

    private void awaitAcknowledgement(Publication publication, Connection connection, long packetId) {
        cancelAcknowledgement(publication);
        publication.acknowledgementDue = Optional.of(thread.after(times.acknowledgement(), () -> {
            if (publication.settled || !live.equals(Optional.of(connection))) {
                return;
            }
            if (connection.hasSent(packetId)) {
                transmit(publication, connection);
            } else {
                awaitAcknowledgement(publication, connection, packetId);
            }
        }));
    }

    private void settle(Publication publication, Delivery delivery) {
        if (publication.settled) {
            return;
        }
        publication.settled = true;
        line.remove(publication);
        publication.deadline.ifPresent(alarm -> alarm.cancel(false));
        cancelAcknowledgement(publication);
        live.ifPresent(connection -> publication.packetIds.forEach(connection::forget));
        release(publication);
        onSettled.accept(publication, delivery);
    }

    /** Gives the room back. */
    void release(Publication publication) {
        events.decrementAndGet();
        bytes.addAndGet(-publication.json.length());
    }

    private static void cancelAcknowledgement(Publication publication) {
        publication.acknowledgementDue.ifPresent(alarm -> alarm.cancel(false));
        publication.acknowledgementDue = Optional.empty();
    }

    private static String overdue(Publication publication, Duration deadline) {
        return publication.sent
                ? "not acknowledged within " + deadline.toMillis() + " ms"
                : "not sent within " + deadline.toMillis() + " ms: no live connection";
    }
}
