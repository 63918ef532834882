package dev.rushlight.hub.cache;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Tells a reader whether anybody wrote while it was reading, without anybody waiting.
 *
 * <p>Keys share a few counters; a reader that is told of another key's write only does a little less.
 */
final class WriteWatch {

    private static final int COUNTERS = 64;

    private final AtomicLongArray begun = new AtomicLongArray(COUNTERS);
    private final AtomicLongArray ended = new AtomicLongArray(COUNTERS);

    void begin(String key) {
        begun.incrementAndGet(counter(key));
    }

    void end(String key) {
        ended.incrementAndGet(counter(key));
    }

    void beginAll() {
        for (var i = 0; i < COUNTERS; i++) {
            begun.incrementAndGet(i);
        }
    }

    void endAll() {
        for (var i = 0; i < COUNTERS; i++) {
            ended.incrementAndGet(i);
        }
    }

    /** Begins to look at a key's writes. */
    Look look(String key) {
        var counter = counter(key);
        return new Look(counter, ended.get(counter));
    }

    private static int counter(String key) {
        return Math.floorMod(key.hashCode(), COUNTERS);
    }

    /** A moment, and the writes that were over by then. */
    final class Look {

        private final int counter;
        private final long over;

        private Look(int counter, long over) {
            this.counter = counter;
            this.over = over;
        }

        /** Whether no write was going on then and none has begun since. */
        boolean holds() {
            return begun.get(counter) == over;
        }
    }
}
