package dev.rushlight.it;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what comes true in another process, looking often and giving up in time. */
final class Eventually {
    /** Enough for whatever works, also on a machine that is busy: only what fails takes as long. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private Eventually() {}

    static void holds(String what, Duration patience, BooleanSupplier condition) {
        present(what, patience, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    static <T> T present(String what, Duration patience, Supplier<Optional<T>> source) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            var found = source.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + patience.toSeconds() + " s: " + what);
            }
            pause(Duration.ofMillis(100));
        }
    }

    /** Lets others go on for so long, where the pause itself is what is meant. */
    static void pause(Duration time) {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }
}
