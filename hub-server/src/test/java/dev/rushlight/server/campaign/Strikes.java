package dev.rushlight.server.campaign;

import dev.rushlight.hub.HubState;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.peer.FaultProxy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Strikes a link again and again after random waits. Only strikes at a live client count; some others hit it while it
 * comes back.
 */
final class Strikes implements AutoCloseable {
    private static final int SHORTEST_WAIT = 50;
    private static final int ONE_IN = 5;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final CompletableFuture<Integer> done = new CompletableFuture<>();
    private final FaultProxy link;
    private final EventHub hub;
    private final Duration longestWait;
    private final RandomGenerator luck;

    // Confined to the clock's thread.
    private final Deque<LinkFault> left;
    private int inAll;

    Strikes(FaultProxy link, EventHub hub, List<LinkFault> faults, Duration longestWait, RandomGenerator luck) {
        this.link = link;
        this.hub = hub;
        this.left = new ArrayDeque<>(faults);
        this.longestWait = longestWait;
        this.luck = luck;
    }

    /** Strikes until every fault has found the client live; the result is how many strikes there were. */
    int run(Duration longest) throws Exception {
        next();
        return done.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void next() {
        if (left.isEmpty()) {
            done.complete(inAll);
        } else {
            var wait = luck.nextLong(SHORTEST_WAIT, longestWait.toMillis());
            clock.schedule(this::strike, wait, TimeUnit.MILLISECONDS);
        }
    }

    private void strike() {
        var live = hub.status().state() == HubState.LIVE;
        if (live || luck.nextInt(ONE_IN) == 0) {
            left.element().strike(link);
            inAll++;
        }
        if (live) {
            left.remove();
        }
        next();
    }
}
