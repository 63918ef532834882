package dev.rushlight.hub.event;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The one thread that owns a hub's state; what goes wrong on it is never lost in a future nobody reads. */
final class HubThread {

    private final ScheduledExecutorService executor;
    private final boolean ours;
    private final Consumer<Throwable> onFailure;

    // Written by the hub thread only; an executor may replace the one it has.
    private volatile Optional<Thread> current = Optional.empty();

    /** @param ours whether the executor ends with the hub */
    HubThread(ScheduledExecutorService executor, boolean ours, Consumer<Throwable> onFailure) {
        this.executor = executor;
        this.ours = ours;
        this.onFailure = onFailure;
    }

    /** Runs it soon; false if the thread has ended. */
    boolean post(Runnable task) {
        try {
            executor.execute(() -> run(task));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Runs it after a while; after one of centuries never. */
    Future<?> after(Duration delay, Runnable task) {
        return executor.schedule(() -> run(task), TimeUnit.NANOSECONDS.convert(delay), TimeUnit.NANOSECONDS);
    }

    Future<?> every(Duration period, Runnable task) {
        var nanos = TimeUnit.NANOSECONDS.convert(period);
        return executor.scheduleWithFixedDelay(() -> run(task), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    boolean isHere() {
        return current.equals(Optional.of(Thread.currentThread()));
    }

    void end() {
        if (ours) {
            executor.shutdown();
        }
    }

    private void run(Runnable task) {
        if (!isHere()) {
            current = Optional.of(Thread.currentThread());
        }
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            onFailure.accept(e);
        }
    }
}
