package dev.rushlight.hub.media;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Daemon threads for transfers, which end with them. */
final class Background {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Background() {}

    /** Runs it on a thread of its own; cancelling the future interrupts that. */
    static <T> CompletableFuture<T> start(String name, Supplier<T> work) {
        var result = new CompletableFuture<T>();
        var thread = threads(name).newThread(() -> {
            try {
                result.complete(work.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        result.whenComplete((value, failure) -> {
            if (result.isCancelled()) {
                thread.interrupt();
            }
        });
        thread.start();
        return result;
    }

    static ExecutorService several(String name, int most) {
        return Executors.newFixedThreadPool(most, threads(name));
    }

    private static ThreadFactory threads(String name) {
        return work -> {
            var thread = new Thread(work, name + "-" + COUNT.incrementAndGet());
            thread.setDaemon(true);
            // Providers of JSON are looked up through it, whoever's call made the thread.
            thread.setContextClassLoader(Background.class.getClassLoader());
            return thread;
        };
    }
}
