package dev.rushlight.hub.cache;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Tells the log of trouble that nobody else hears of: at once, but not again for a minute. */
final class TroubleLog {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final Logger logger;
    private final LongSupplier nanoTime;
    private final AtomicLong notBefore;
    private final AtomicLong untold = new AtomicLong();

    TroubleLog(Logger logger, LongSupplier nanoTime) {
        this.logger = logger;
        this.nanoTime = nanoTime;
        notBefore = new AtomicLong(nanoTime.getAsLong());
    }

    void tell(String what, Exception trouble) {
        var now = nanoTime.getAsLong();
        var due = notBefore.get();
        if (now - due >= 0 && notBefore.compareAndSet(due, now + PAUSE)) {
            var quiet = untold.getAndSet(0);
            var before = quiet == 0 ? "" : " (and " + quiet + " times before this)";
            logger.log(Level.WARNING, () -> what + ": " + trouble + before);
        } else {
            untold.incrementAndGet();
        }
    }
}
