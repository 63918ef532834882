package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * Everything published and not settled, in order and bounded.
 *
 * <p>While there is a live connection each publication is sent at once, and only once: a link that holds loses nothing,
 * and a slow hub must not hear everything twice. A new connection gets all of them again, in order and with the same event
 * ids, unless whoever publishes prefers to hear of the loss. Each is settled exactly once.
 */
final class Publications {

    private static final int MOST_CUTS = 2;

    private final HubThread thread;
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
            int maxEvents,
            long maxBytes,
            boolean resend,
            BiConsumer<Publication, Delivery> onSettled,
            IntConsumer onResent) {
        this.thread = thread;
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
        var next = line.stream()
                .filter(publication -> publication.packetId.isPresent())
                .findFirst();
        line.forEach(publication -> publication.packetId = OptionalLong.empty());
        if (resend) {
            next.filter(Publication::isLarge).ifPresent(this::suspect);
        } else {
            settleAll("connection lost");
        }
    }

    /** A hub that takes no event so large ends the connection each time, and all others wait meanwhile. */
    private void suspect(Publication publication) {
        if (++publication.cuts == MOST_CUTS) {
            settle(
                    publication,
                    Delivery.unconfirmed(
                            "the connection was lost %s times with this event of %s bytes on its way: it may be too large for the hub"
                                    .formatted(MOST_CUTS, publication.bytes)));
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
        publication.packetId =
                OptionalLong.of(connection.request(publication.json, answer -> settle(publication, answer)));
        publication.sent = true;
    }

    private void settle(Publication publication, Delivery delivery) {
        if (publication.settled) {
            return;
        }
        publication.settled = true;
        line.remove(publication);
        publication.deadline.ifPresent(alarm -> alarm.cancel(false));
        live.ifPresent(connection -> publication.packetId.ifPresent(connection::forget));
        release(publication);
        onSettled.accept(publication, delivery);
    }

    /** Gives the room back. */
    void release(Publication publication) {
        events.decrementAndGet();
        bytes.addAndGet(-publication.json.length());
    }

    private static String overdue(Publication publication, Duration deadline) {
        return publication.sent
                ? "not acknowledged within " + deadline.toMillis() + " ms"
                : "not sent within " + deadline.toMillis() + " ms: no live connection";
    }
}
