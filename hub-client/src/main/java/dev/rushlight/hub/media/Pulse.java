package dev.rushlight.hub.media;

import java.time.Duration;

/** When something moved last; it starts as if something had just moved. */
final class Pulse {

    private volatile long last = System.nanoTime();

    void beat() {
        last = System.nanoTime();
    }

    boolean silentFor(Duration time) {
        return System.nanoTime() - last >= time.toNanos();
    }
}
