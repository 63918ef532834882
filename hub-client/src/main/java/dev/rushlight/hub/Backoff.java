package dev.rushlight.hub;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before trying again: full jitter under a ceiling that grows by half with every try, up to a longest wait.
 *
 * <p>By half and not by doubling, because the ceiling then is still low when something that was away for seconds is back.
 */
public record Backoff(Duration first, Duration longest) {

    private static final double GROWTH = 1.5;
    private static final Duration A_DAY = Duration.ofDays(1);

    public Backoff {
        if (first.toMillis() < 1 || longest.compareTo(first) < 0 || longest.compareTo(A_DAY) > 0) {
            throw new IllegalArgumentException("A backoff goes from 1 ms or more up to a day at most, not from %s to %s"
                    .formatted(first, longest));
        }
    }

    /** Quick at first, and never more than five seconds behind a hub that is back. */
    public static Backoff ofReconnect() {
        return new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5));
    }

    /** The wait before attempt {@code n}, counted from 1. */
    public Duration before(int n, RandomGenerator random) {
        var grown = first.toMillis() * Math.pow(GROWTH, Math.max(0, n - 1));
        return Duration.ofMillis(random.nextLong((long) Math.min(longest.toMillis(), grown) + 1));
    }
}
