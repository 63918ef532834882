package dev.rushlight.server.campaign;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The ids of events in the order in which they came, for others to wait for. */
final class Arrivals {
    // Both are guarded by this.
    private final List<String> inOrder = new ArrayList<>();
    private final Set<String> different = new HashSet<>();

    synchronized void add(String id) {
        inOrder.add(id);
        different.add(id);
        notifyAll();
    }

    /** Everything that came, repetitions included. */
    synchronized List<String> inOrder() {
        return List.copyOf(inOrder);
    }

    /** Waits until each of these came, but no longer than told. */
    synchronized void awaitAll(Collection<String> ids, Duration longest) throws InterruptedException {
        var end = System.nanoTime() + longest.toNanos();
        while (!different.containsAll(ids) && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.timedWait(this, end - System.nanoTime());
        }
    }
}
