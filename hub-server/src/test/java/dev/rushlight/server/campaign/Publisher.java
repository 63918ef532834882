package dev.rushlight.server.campaign;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import jakarta.json.Json;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Publishes numbered events at a steady rate, whatever the link does, and notes each call and each outcome. */
final class Publisher implements AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final EventHub hub;
    private final String topic;
    private final History history;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ConcurrentLinkedQueue<CompletableFuture<Delivery>> outcomes = new ConcurrentLinkedQueue<>();

    private Future<?> ticking = CompletableFuture.completedFuture(null);

    // Confined to the clock's thread until that has ended.
    private final Durations calls = new Durations();
    private final Durations blocked = new Durations();
    private final Set<String> ids = new HashSet<>();
    private long n;

    Publisher(EventHub hub, String topic, History history) {
        this.hub = hub;
        this.topic = topic;
        this.history = history;
    }

    void start(int perSecond) {
        var period = TimeUnit.SECONDS.toNanos(1) / perSecond;
        ticking = clock.scheduleAtFixedRate(this::publish, 0, period, TimeUnit.NANOSECONDS);
    }

    /** Publishes no more and waits until everything is settled. */
    void finish(Duration longest) throws Exception {
        ticking.cancel(false);
        clock.shutdown();
        if (!clock.awaitTermination(10, TimeUnit.SECONDS)) {
            throw new AssertionError("The publisher hangs in a call");
        }
        CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new))
                .get(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The ids of everything that was published; only after {@link #finish}. */
    Set<String> ids() {
        return ids;
    }

    /** How long the calls took; only after {@link #finish}. */
    Durations calls() {
        return calls;
    }

    /** How long those calls took that waited for anything; 0 for the others, which a busy machine may still slow down. */
    Durations blocked() {
        return blocked;
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }

    private void publish() {
        var number = n++;
        var event = Event.of(topic, Json.createObjectBuilder().add("n", number).build());
        ids.add(event.id());
        history.invoked(number, event.id());
        var waitsBefore = waits();
        var before = System.nanoTime();
        var settled = hub.publish(event);
        var took = System.nanoTime() - before;
        calls.add(took);
        blocked.add(waits() == waitsBefore ? 0 : took);
        outcomes.add(settled.toCompletableFuture()
                .whenComplete((delivery, failure) -> history.settled(event.id(), delivery)));
    }

    /** How often this thread has waited for a lock or for another thread. */
    private static long waits() {
        var info = THREADS.getThreadInfo(Thread.currentThread().getId());
        return info.getBlockedCount() + info.getWaitedCount();
    }
}
