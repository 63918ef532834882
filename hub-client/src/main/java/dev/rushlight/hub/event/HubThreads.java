package dev.rushlight.hub.event;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads for a hub: they end when idle and find the classes of the application that holds this library. */
final class HubThreads {

    private static final int IDLE_SECONDS = 10;

    private HubThreads() {}

    static ScheduledExecutorService scheduled(String name) {
        var executor = new ScheduledThreadPoolExecutor(1, factory(name));
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        return executor;
    }

    /** Up to so many threads; more work waits. */
    static ThreadPoolExecutor several(String name, int most) {
        var executor = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory(name));
        executor.allowCoreThreadTimeOut(true);
        return executor;
    }

    /** Up to so many threads; more work is rejected. */
    static ThreadPoolExecutor onDemand(String name, int most) {
        return new ThreadPoolExecutor(0, most, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), factory(name));
    }

    private static ThreadFactory factory(String name) {
        var count = new AtomicInteger();
        return work -> {
            var thread = new Thread(work, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            // Providers of JSON and WebSocket are looked up through it, whoever's call made the thread.
            thread.setContextClassLoader(HubThreads.class.getClassLoader());
            return thread;
        };
    }
}
