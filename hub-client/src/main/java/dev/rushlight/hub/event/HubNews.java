package dev.rushlight.hub.event;

import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A hub's status for whoever asks or waits, and what happens to the hub for whoever listens. */
final class HubNews {

    private static final Logger LOG = System.getLogger(HubNews.class.getName());
    private static final int MOST_UNHEARD = 1_000;

    private final Executor listenerThreads;
    private final Executor callbacks;
    private final List<Follower> followers = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HubStatus> firstSettled = new CompletableFuture<>();
    private final Object monitor = new Object();

    // Written by the hub thread under the monitor, and read anywhere.
    private volatile HubStatus status;

    /** @param listenerThreads as many as there are listeners */
    HubNews(HubStatus first, Executor listenerThreads, Executor callbacks) {
        this.status = first;
        this.listenerThreads = listenerThreads;
        this.callbacks = callbacks;
    }

    HubStatus status() {
        return status;
    }

    CompletableFuture<HubStatus> firstSettled() {
        return firstSettled;
    }

    /** Tells the listener of everything from now on; running the result ends that. */
    Runnable follow(HubListener listener) {
        var follower = new Follower(listener, new HandlerLane(listenerThreads, MOST_UNHEARD, Long.MAX_VALUE));
        followers.add(follower);
        return () -> {
            followers.remove(follower);
            follower.stop();
        };
    }

    void moved(HubStatus next) {
        synchronized (monitor) {
            status = next;
            monitor.notifyAll();
        }
        if (next.state() != HubState.CONNECTING && !firstSettled.isDone()) {
            callbacks.execute(() -> firstSettled.complete(next));
        }
        tell(listener -> listener.moved(next));
    }

    void tell(Consumer<HubListener> news) {
        for (var follower : followers) {
            follower.hear(news);
        }
    }

    /** Blocks until the hub is live; false if that takes too long or can no longer be. */
    boolean awaitLive(Duration longest) {
        var end = System.nanoTime() + TimeUnit.NANOSECONDS.convert(longest);
        synchronized (monitor) {
            while (true) {
                switch (status.state()) {
                    case LIVE:
                        return true;
                    case REFUSED, CLOSED:
                        return false;
                    case IDLE, CONNECTING, WAITING:
                        break;
                }
                var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                try {
                    monitor.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
    }

    private static final class Follower {

        private final HubListener listener;
        private final HandlerLane lane;
        private volatile boolean follows = true;

        Follower(HubListener listener, HandlerLane lane) {
            this.listener = listener;
            this.lane = lane;
        }

        void hear(Consumer<HubListener> news) {
            if (!lane.offer(() -> tell(news), 0)) {
                LOG.log(Level.DEBUG, "A listener of the hub is too slow and misses what happens");
            }
        }

        void stop() {
            follows = false;
        }

        private void tell(Consumer<HubListener> news) {
            if (!follows) {
                return;
            }
            try {
                news.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A listener of the hub failed", e);
            }
        }
    }
}
