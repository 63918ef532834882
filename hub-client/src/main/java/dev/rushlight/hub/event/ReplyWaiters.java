package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/** Who waits for replies to which event, for how many and until when; confined to the hub thread. */
final class ReplyWaiters {

    private final HubThread thread;
    private final Executor callbacks;
    private final int most;
    private final Map<String, Replies> waiting = new HashMap<>();

    ReplyWaiters(HubThread thread, Executor callbacks, int most) {
        this.thread = thread;
        this.callbacks = callbacks;
        this.most = most;
    }

    void add(Replies replies, Duration deadline) {
        if (waiting.size() >= most) {
            fail(replies, "more than " + most + " replies are awaited");
        } else if (waiting.putIfAbsent(replies.eventId(), replies) != null) {
            fail(replies, "one is awaited already");
        } else {
            replies.alarm = Optional.of(thread.after(deadline, () -> expire(replies, deadline)));
        }
    }

    void received(Event reply) {
        var replies = reply.inReplyTo().map(waiting::get);
        if (replies.isPresent() && replies.get().add(reply)) {
            end(replies.get());
            complete(replies.get());
        }
    }

    /** The event was not taken, as far as is known: without replies so far there will be none. */
    void giveUp(Replies replies, Delivery delivery) {
        if (replies.events().isEmpty() && end(replies)) {
            fail(replies, new NoReply(replies.eventId(), delivery));
        }
    }

    void abandon(String why) {
        for (var replies : List.copyOf(waiting.values())) {
            end(replies);
            fail(replies, why);
        }
    }

    int count() {
        return waiting.size();
    }

    private void expire(Replies replies, Duration deadline) {
        if (!end(replies)) {
            return;
        }
        if (replies.mayBeNone()) {
            complete(replies);
        } else {
            fail(replies, "none within " + deadline.toMillis() + " ms");
        }
    }

    /** Ends one wait; false if it has ended. */
    private boolean end(Replies replies) {
        replies.alarm.ifPresent(it -> it.cancel(false));
        return waiting.remove(replies.eventId(), replies);
    }

    private void complete(Replies replies) {
        var all = replies.events();
        callbacks.execute(() -> replies.promise().complete(all));
    }

    private void fail(Replies replies, String why) {
        fail(replies, new NoReply(replies.eventId(), why));
    }

    private void fail(Replies replies, NoReply failure) {
        callbacks.execute(() -> replies.promise().completeExceptionally(failure));
    }

    /** The replies to one event that came so far. */
    static final class Replies {

        private final String eventId;
        private final int most;
        private final boolean mayBeNone;
        private final CompletableFuture<List<Event>> promise = new CompletableFuture<>();

        // Confined to the hub thread.
        private final Map<String, Event> byId = new LinkedHashMap<>();
        private Optional<Future<?>> alarm = Optional.empty();

        /** @param mayBeNone whether none at all until the deadline is a result and no failure */
        Replies(String eventId, int most, boolean mayBeNone) {
            this.eventId = eventId;
            this.most = most;
            this.mayBeNone = mayBeNone;
        }

        String eventId() {
            return eventId;
        }

        boolean mayBeNone() {
            return mayBeNone;
        }

        CompletableFuture<List<Event>> promise() {
            return promise;
        }

        List<Event> events() {
            return List.copyOf(byId.values());
        }

        /** Adds a reply, but a repeated one only once; true if there are as many now as are wanted. */
        boolean add(Event reply) {
            byId.putIfAbsent(reply.id(), reply);
            return byId.size() >= most;
        }
    }
}
