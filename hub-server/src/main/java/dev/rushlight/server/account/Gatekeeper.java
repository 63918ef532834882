package dev.rushlight.server.account;

import dev.rushlight.server.account.WrongKeys.Sender;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Decides on credentials that come from the network.
 *
 * <p>After some wrong keys for a user from one address, further ones are not looked at for a growing while. A key that
 * was good before is looked at even then: nobody can lock a working client out by guessing beside it, not even from
 * behind the same proxy. Neither verdict nor duration tells whether the user exists.
 */
public final class Gatekeeper {
    private static final Logger LOG = System.getLogger(Gatekeeper.class.getName());
    private static final int PROVEN_REMEMBERED = 10_000;

    private final Accounts accounts;
    private final WrongKeys wrongKeys;

    /** Digests of keys that were good at least once. */
    private final Set<String> proven =
            Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                    return size() > PROVEN_REMEMBERED;
                }
            }));

    /** Judges by the given accounts; waits are measured by a clock that never jumps. */
    public Gatekeeper(Accounts accounts, LongSupplier nanoTime) {
        this.accounts = accounts;
        this.wrongKeys = new WrongKeys(nanoTime);
    }

    /** Judges a user and key presented from the given address. */
    public Admission admit(String address, String user, String key) {
        if (!UnacceptableUsername.isAcceptable(user) || !KeyText.isPlausible(key)) {
            return Admission.refused();
        }
        var sender = new Sender(address, user);
        var sha256 = KeyText.sha256(key);
        var wait = wrongKeys.waitOf(sender);
        if (!wait.isZero() && !proven.contains(sha256)) {
            return Admission.tooSoon(wait);
        }
        var account = accounts.verifyDigest(user, sha256);
        if (account.isEmpty()) {
            proven.remove(sha256);
            wrongKeys.strike(sender);
            LOG.log(Level.INFO, "A wrong hub key for {0} came from {1}", user, address);
            return Admission.refused();
        }
        proven.add(sha256);
        wrongKeys.forgive(sender);
        return Admission.admitted(account.get());
    }

    /** Asks, whenever it is called, whether the key is good for the user; the key itself is not kept. */
    public BooleanSupplier check(String user, String key) {
        var sha256 = KeyText.sha256(key);
        return () -> accounts.verifyDigest(user, sha256).isPresent();
    }
}
