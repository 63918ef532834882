package dev.rushlight.server.account;

import java.time.Duration;
import java.util.Optional;

/** The answer to presented credentials; the account is there exactly when they were good. */
public record Admission(Verdict verdict, Optional<Account> account, Duration retryAfter) {
    /** What became of presented credentials. */
    public enum Verdict {
        /** The key is good. */
        ADMITTED,
        /** The key, the user or both are wrong; which one is not told. */
        REFUSED,
        /** Too many wrong keys came from there: this one was not looked at, it may be tried again later. */
        TOO_SOON
    }

    static Admission admitted(Account account) {
        return new Admission(Verdict.ADMITTED, Optional.of(account), Duration.ZERO);
    }

    static Admission refused() {
        return new Admission(Verdict.REFUSED, Optional.empty(), Duration.ZERO);
    }

    static Admission tooSoon(Duration retryAfter) {
        return new Admission(Verdict.TOO_SOON, Optional.empty(), retryAfter);
    }
}
