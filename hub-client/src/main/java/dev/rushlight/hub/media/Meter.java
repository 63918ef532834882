package dev.rushlight.hub.media;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of one transfer from all its threads and tells its listener from one. */
final class Meter {

    private final Progress progress;
    private final Pulse pulse = new Pulse();
    private final AtomicLong done = new AtomicLong();
    private volatile long total;

    // Confined to the thread that runs the transfer.
    private long reported = -1;

    Meter(Progress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /** Beats whenever any byte moves. */
    Pulse pulse() {
        return pulse;
    }

    long done() {
        return done.get();
    }

    void total(long bytes) {
        total = bytes;
    }

    Part part() {
        return new Part();
    }

    /** Tells the listener, if there is anything new. */
    void report() {
        var now = done.get();
        if (now != reported) {
            reported = now;
            progress.moved(now, total);
        }
    }

    /** A stretch of the transfer; bytes that are sent a second time do not count again. */
    final class Part {

        // Guarded by this.
        private long furthest;

        synchronized void reached(long position) {
            pulse.beat();
            if (position > furthest) {
                done.addAndGet(position - furthest);
                furthest = position;
            }
        }
    }
}
