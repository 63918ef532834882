package dev.rushlight.server;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that runs when told. */
public final class ManualTicker implements LongSupplier {
    private long now = 42;

    public void advance(Duration duration) {
        now += duration.toNanos();
    }

    @Override
    public long getAsLong() {
        return now;
    }
}
