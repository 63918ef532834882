package dev.rushlight.hub.api;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Tells what was heard of an entity before the session deleted it from what was heard after, without anybody waiting.
 *
 * <p>Entities share some counters; who is told of another entity's deletion only caches a little less.
 */
final class CacheWatch {

    private static final int COUNTERS = 1 << 10;

    private final AtomicLong deletions = new AtomicLong();
    private final AtomicLongArray lastDeletions = new AtomicLongArray(COUNTERS);
    private final AtomicLongArray begun = new AtomicLongArray(COUNTERS);
    private final AtomicLongArray ended = new AtomicLongArray(COUNTERS);

    /** The moment at which the server is asked something. */
    Moment now() {
        return new Moment(deletions.get());
    }

    /** Begins to look at the cache for an entity. */
    Look look(EntityKey key) {
        var counter = counter(key);
        return new Look(counter, ended.get(counter));
    }

    /** The entity is deleted, which {@link #end}s when the cache has forgotten it. */
    void beginDeletion(EntityKey key) {
        begin(key);
        lastDeletions.set(counter(key), deletions.incrementAndGet());
    }

    /** Something is written to the cache for the entity. */
    void begin(EntityKey key) {
        begun.incrementAndGet(counter(key));
    }

    void end(EntityKey key) {
        ended.incrementAndGet(counter(key));
    }

    private static int counter(EntityKey key) {
        return Math.floorMod(key.hashCode(), COUNTERS);
    }

    /** A moment in the history of deletions. */
    final class Moment {

        private final long deletionsSoFar;

        private Moment(long deletionsSoFar) {
            this.deletionsSoFar = deletionsSoFar;
        }

        /** Whether the entity was deleted since, or perhaps was. */
        boolean isBeforeDeletionOf(EntityKey key) {
            return lastDeletions.get(counter(key)) > deletionsSoFar;
        }
    }

    /** A look at the cache that began at some moment. */
    final class Look {

        private final int counter;
        private final long over;

        private Look(int counter, long over) {
            this.counter = counter;
            this.over = over;
        }

        /** Whether nothing was being written there then, and nothing has been since. */
        boolean holds() {
            return begun.get(counter) == over;
        }
    }
}
