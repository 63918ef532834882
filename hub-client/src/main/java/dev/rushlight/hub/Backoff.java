package dev.rushlight.hub;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before trying again: full jitter under a ceiling that doubles up to a longest wait. */
public record Backoff(Duration first, Duration longest) {

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
        var doublings = Math.max(0, Math.min(n - 1, 30));
        var ceiling = Math.min(longest.toMillis(), first.toMillis() << doublings);
        return Duration.ofMillis(random.nextLong(ceiling + 1));
    }
}
