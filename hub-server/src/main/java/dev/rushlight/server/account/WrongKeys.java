package dev.rushlight.server.account;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Remembers who presented wrong keys lately, and how long each must wait.
 *
 * <p>A few wrong keys are free; then each one doubles the wait, up to five minutes. Nobody is locked out for good, and a
 * quarter of an hour without a wrong key forgives everything. Memory is bounded: the longest untouched entry goes first.
 */
final class WrongKeys {
    private static final int FREE = 5;
    private static final long FIRST_WAIT = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_WAIT = Duration.ofMinutes(5).toNanos();
    private static final long FORGIVEN_AFTER = Duration.ofMinutes(15).toNanos();
    private static final int REMEMBERED = 10_000;

    private final LongSupplier nanoTime;

    /** Guarded by this. */
    private final Map<Sender, Strikes> strikes = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sender, Strikes> eldest) {
            return size() > REMEMBERED;
        }
    };

    WrongKeys(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How long the sender must still wait; zero when a key of theirs may be looked at now. */
    synchronized Duration waitOf(Sender sender) {
        var known = strikes.get(sender);
        if (known == null) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(Math.max(0, known.waitUntil() - nanoTime.getAsLong()));
    }

    synchronized void strike(Sender sender) {
        var now = nanoTime.getAsLong();
        var known = strikes.get(sender);
        var count = known == null || now - known.last() > FORGIVEN_AFTER ? 1 : known.count() + 1;
        strikes.put(sender, new Strikes(count, now, now + waitAfter(count)));
    }

    synchronized void forgive(Sender sender) {
        strikes.remove(sender);
    }

    private static long waitAfter(int count) {
        if (count < FREE) {
            return 0;
        }
        var doublings = Math.min(count - FREE, 30);
        return Math.min(LONGEST_WAIT, FIRST_WAIT << doublings);
    }

    /** Whose keys are counted together: one user name from one address. */
    record Sender(String address, String user) {}

    private record Strikes(int count, long last, long waitUntil) {}
}
