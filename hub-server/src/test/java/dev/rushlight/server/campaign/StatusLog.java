package dev.rushlight.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.HubState;
import dev.rushlight.hub.event.EventHub;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** The states of a hub with the {@link System#nanoTime} at which each was heard of. */
final class StatusLog {
    private final Runnable unsubscribe;

    // Guarded by this.
    private final List<Move> moves = new ArrayList<>();

    /** A state that began. */
    record Move(long nanos, HubState state) {}

    StatusLog(EventHub hub) {
        unsubscribe = hub.onStatus(status -> add(new Move(System.nanoTime(), status.state())));
    }

    /** The first move after the given moment that is as wanted; fails if there is none in time. */
    synchronized Move await(String what, long after, Duration longest, Predicate<HubState> wanted)
            throws InterruptedException {
        var end = System.nanoTime() + longest.toNanos();
        while (true) {
            for (var move : moves) {
                if (move.nanos() > after && wanted.test(move.state())) {
                    return move;
                }
            }
            var left = end - System.nanoTime();
            assertThat(left).as("time left to see %s in %s", what, moves).isPositive();
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Whether the state began after the given moment, as far as that was heard of. */
    synchronized boolean has(long after, HubState state) {
        return moves.stream().anyMatch(move -> move.nanos() > after && move.state() == state);
    }

    void close() {
        unsubscribe.run();
    }

    private synchronized void add(Move move) {
        moves.add(move);
        notifyAll();
    }
}
