package dev.rushlight.people;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Remembers failed log-ins by account and place: the first few are free, then each one doubles the pause, up to five
 * minutes. Whoever guesses at an account slows down nobody who logs in to it from elsewhere. It forgets those that were
 * tried least recently, so that a flood of names cannot fill the memory.
 */
public final class LoginBackOff {

    private static final int FREE = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;
    private static final int LONGEST_ADDRESS = 64;
    private static final int IPV6_NETWORK_BYTES = 8;

    private record Sender(String account, String place) {}

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
    private final Map<Sender, Failures> failures = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Sender, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    public LoginBackOff(Clock clock) {
        this.clock = clock;
    }

    /** Counts the attempt as failed beforehand, so that many at once cannot slip through together. */
    public synchronized void attempt(String account, String from) {
        var sender = new Sender(account, place(from));
        var now = clock.instant();
        var before = failures.getOrDefault(sender, new Failures(0, now));
        if (before.last().plus(FORGOTTEN_AFTER).isBefore(now)) {
            before = new Failures(0, now);
        }
        if (now.isBefore(before.nextTry())) {
            throw new TooManyAttempts(Duration.between(now, before.nextTry()));
        }
        failures.put(sender, new Failures(before.count() + 1, now));
    }

    /** The right password from one place says nothing about the guesses from another. */
    public synchronized void succeeded(String account, String from) {
        failures.remove(new Sender(account, place(from)));
    }

    /** For a new password: what failed before was another one. */
    synchronized void forget(String account) {
        failures.keySet().removeIf(sender -> sender.account().equals(account));
    }

    /** One sender of IPv6 has a whole /64 to choose addresses from. */
    private static String place(String from) {
        var address = from.strip();
        if (address.length() > LONGEST_ADDRESS) {
            return address.substring(0, LONGEST_ADDRESS);
        }
        if (!address.contains(":")) {
            return address;
        }
        try {
            // In brackets it is an address or nothing: no name server is asked.
            var literal = address.startsWith("[") ? address : "[" + address + "]";
            var bytes = InetAddress.getByName(literal).getAddress();
            return bytes.length > IPV6_NETWORK_BYTES
                    ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(bytes, IPV6_NETWORK_BYTES))
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException unreadable) {
            return address;
        }
    }
}
