package dev.rushlight.hub.event;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** Who waits for the first reply to which event, and until when; confined to the hub thread. */
final class ReplyWaiters {

    private final HubThread thread;
    private final Executor callbacks;
    private final int most;
    private final Map<String, Waiter> waiting = new HashMap<>();

    ReplyWaiters(HubThread thread, Executor callbacks, int most) {
        this.thread = thread;
        this.callbacks = callbacks;
        this.most = most;
    }

    void add(String eventId, Duration deadline, CompletableFuture<Event> promise) {
        if (waiting.size() >= most) {
            fail(promise, eventId, "more than " + most + " replies are awaited");
        } else if (waiting.containsKey(eventId)) {
            fail(promise, eventId, "one is awaited already");
        } else {
            var alarm = thread.after(
                    deadline, () -> giveUp(eventId, promise, "none within " + deadline.toMillis() + " ms"));
            waiting.put(eventId, new Waiter(promise, alarm));
        }
    }

    void received(Event reply) {
        reply.inReplyTo().ifPresent(eventId -> {
            var waiter = waiting.remove(eventId);
            if (waiter != null) {
                waiter.alarm().cancel(false);
                callbacks.execute(() -> waiter.promise().complete(reply));
            }
        });
    }

    /** Ends one wait, unless it has ended. */
    void giveUp(String eventId, CompletableFuture<Event> promise, String why) {
        var waiter = waiting.get(eventId);
        if (waiter != null && waiter.promise() == promise) {
            waiting.remove(eventId);
            waiter.alarm().cancel(false);
            fail(promise, eventId, why);
        }
    }

    void abandon(String why) {
        List.copyOf(waiting.entrySet())
                .forEach(entry -> giveUp(entry.getKey(), entry.getValue().promise(), why));
    }

    private void fail(CompletableFuture<Event> promise, String eventId, String why) {
        callbacks.execute(() -> promise.completeExceptionally(new NoReply(eventId, why)));
    }

    private record Waiter(CompletableFuture<Event> promise, Future<?> alarm) {}
}
