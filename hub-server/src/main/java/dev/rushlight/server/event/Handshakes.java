package dev.rushlight.server.event;

import dev.rushlight.server.account.Account;
import dev.rushlight.server.account.AccountId;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The handshakes that wait for their connection.
 *
 * <p>The id of a handshake is all that a client shows when it opens its WebSocket, so it is 128 random bits, good once and
 * for a short while. Their number is bounded, in all and for each account but the
 * application's own.
 */
final class Handshakes {
    private static final int SID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final int most;
    private final int mostPerAccount;
    private final long life;
    private final LongSupplier nanoTime;

    /** By sid, oldest first. Guarded by this. */
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    /** Guarded by this. */
    private boolean closed;

    Handshakes(EventLimits limits, LongSupplier nanoTime) {
        this.most = limits.openHandshakes();
        this.mostPerAccount = limits.openHandshakesPerAccount();
        this.life = limits.times().handshake().toNanos();
        this.nanoTime = nanoTime;
    }

    /**
     * A new sid for the account; nothing when too many are waiting already.
     *
     * @param stillGood whether the account, and the key that was shown, are good at the time of asking
     */
    synchronized Optional<String> begin(Account account, BooleanSupplier stillGood) {
        forgetExpired();
        if (closed || !account.isOwn() && (waiting.size() >= most || count(account.id()) >= mostPerAccount)) {
            return Optional.empty();
        }
        var bytes = new byte[SID_BYTES];
        random.nextBytes(bytes);
        var sid = HexFormat.of().formatHex(bytes);
        waiting.put(sid, new Waiting(account, stillGood, nanoTime.getAsLong()));
        return Optional.of(sid);
    }

    /** How many wait that were begun for the account. */
    synchronized int count(AccountId account) {
        return (int) waiting.values().stream()
                .filter(handshake -> handshake.account().id().equals(account))
                .count();
    }

    /** Whether the sid is known and what it was given for is still good; asks without holding others up. */
    boolean isStillGood(String sid) {
        return find(sid)
                .filter(handshake -> handshake.stillGood().getAsBoolean())
                .isPresent();
    }

    /** The account that the sid was given to, once. */
    synchronized Optional<Account> complete(String sid) {
        forgetExpired();
        return Optional.ofNullable(waiting.remove(sid)).map(Waiting::account);
    }

    synchronized void forget(AccountId account) {
        waiting.values().removeIf(handshake -> handshake.account().id().equals(account));
    }

    /** From now on nobody is let in. */
    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private synchronized Optional<Waiting> find(String sid) {
        forgetExpired();
        return Optional.ofNullable(waiting.get(sid));
    }

    private void forgetExpired() {
        var now = nanoTime.getAsLong();
        var oldestFirst = waiting.values().iterator();
        while (oldestFirst.hasNext() && now - oldestFirst.next().since() > life) {
            oldestFirst.remove();
        }
    }

    private record Waiting(Account account, BooleanSupplier stillGood, long since) {}
}
