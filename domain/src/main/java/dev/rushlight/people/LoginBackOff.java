package dev.rushlight.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers failed log-ins by account: the first few are free, then each one doubles the pause, up to five minutes.
 * It forgets the accounts that were tried least recently, so that a flood of names cannot fill the memory.
 */
final class LoginBackOff {

    private static final int FREE = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int ACCOUNTS = 10_000;

    private record Failures(int count, Instant last) {

        Instant nextTry() {
            if (count < FREE) {
                return last;
            }
            var doublings = Math.min(count - FREE, 20);
            var pause = FIRST_PAUSE.multipliedBy(1L << doublings);
            return last.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        }
    }

    private final Clock clock;

    // guarded by this
    private final Map<String, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > ACCOUNTS;
        }
    };

    LoginBackOff(Clock clock) {
        this.clock = clock;
    }

    /** Counts the attempt as failed beforehand, so that many at once cannot slip through together. */
    synchronized void attempt(String account) {
        var now = clock.instant();
        var before = failures.getOrDefault(account, new Failures(0, now));
        if (before.last().plus(FORGOTTEN_AFTER).isBefore(now)) {
            before = new Failures(0, now);
        }
        if (now.isBefore(before.nextTry())) {
            throw new TooManyAttempts(Duration.between(now, before.nextTry()));
        }
        failures.put(account, new Failures(before.count() + 1, now));
    }

    synchronized void succeeded(String account) {
        failures.remove(account);
    }
}
