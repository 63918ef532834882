package dev.rushlight.hub.media;

import dev.rushlight.hub.Backoff;
import dev.rushlight.hub.HubSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpTimeoutException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * How long and how often a transfer is tried: as long as bytes move it may take any time.
 *
 * @param stall how long nothing may move
 * @param attempts how often one piece is tried without getting further
 */
record Patience(Duration stall, Backoff backoff, int attempts, RandomGenerator random) {

    private static final int ATTEMPTS = 16;
    private static final long TICK_MILLIS = 100;

    static Patience of(HubSettings settings) {
        return new Patience(
                settings.timeout(),
                new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15)),
                ATTEMPTS,
                new Random());
    }

    /** One try, which ends with an {@link IOException} if another may do better. */
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws IOException;
    }

    /**
     * Tries until it works, it is certain that it never will, too many attempts got no further, or nothing has moved for
     * too long.
     *
     * @param meter counts for the whole transfer
     * @param tick runs ten times a second while this waits between attempts
     */
    <T> T keepTrying(String what, Meter meter, Runnable tick, Attempt<T> attempt) {
        var inVain = 0;
        var before = meter.done();
        for (var n = 1; ; n++) {
            try {
                return attempt.make();
            } catch (IOException e) {
                inVain = meter.done() > before ? 1 : inVain + 1;
                before = meter.done();
                if (inVain == attempts || isFinal(e) || meter.pulse().silentFor(stall)) {
                    throw new TransferFailed("%s failed, tried %s".formatted(what, times(n)), e);
                }
            }
            pause(backoff.before(inVain, random), tick);
        }
    }

    /**
     * Looks again and again until something is so; false if it was not for so long.
     *
     * @param tick runs ten times a second while this waits between looks
     */
    boolean waitUntil(BooleanSupplier isSo, Duration longest, Runnable tick) {
        var begun = System.nanoTime();
        for (var n = 1; ; n++) {
            if (isSo.getAsBoolean()) {
                return true;
            }
            if (System.nanoTime() - begun >= longest.toNanos()) {
                return false;
            }
            pause(backoff.before(n, random), tick);
        }
    }

    /** A certificate that is not trusted will not be trusted later either. */
    private static boolean isFinal(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .anyMatch(CertificateException.class::isInstance);
    }

    /** Waits for an exchange while it moves; an exchange that nobody waits for any longer is cancelled. */
    <T> T await(CompletableFuture<T> exchange, Pulse pulse, Runnable tick) throws IOException {
        try {
            while (true) {
                try {
                    return exchange.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    tick.run();
                    if (pulse.silentFor(stall)) {
                        throw new HttpTimeoutException("nothing moved for " + stall.toMillis() + " ms");
                    }
                }
            }
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            exchange.cancel(true);
        }
    }

    /** What an interrupted thread throws; it stays interrupted. */
    static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException("The transfer was interrupted");
    }

    /** What became of a transfer: a thread that was interrupted says so, whatever failed because of that. */
    static RuntimeException outcome(RuntimeException failure) {
        if (failure instanceof CancellationException || !Thread.currentThread().isInterrupted()) {
            return failure;
        }
        var cancelled = interrupted();
        cancelled.initCause(failure);
        return cancelled;
    }

    private void pause(Duration time, Runnable tick) {
        var end = new CompletableFuture<Void>().completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS);
        try {
            while (true) {
                try {
                    end.get(TICK_MILLIS, TimeUnit.MILLISECONDS);
                    return;
                } catch (TimeoutException e) {
                    tick.run();
                }
            }
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof UncheckedIOException unchecked) {
            return unchecked.getCause();
        }
        if (cause instanceof RuntimeException ours) {
            throw ours;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    private static String times(int n) {
        return n == 1 ? "once" : n + " times";
    }
}
