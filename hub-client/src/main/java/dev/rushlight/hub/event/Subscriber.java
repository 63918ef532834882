package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import jakarta.json.JsonObject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One subscription of a hub, with what its handler needs. */
final class Subscriber implements Subscription {

    private final Expression expression;
    private final JsonObject subscriber;
    private final int priority;
    private final EventHandler handler;
    private final Consumer<Subscriber> onClose;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final CompletableFuture<Delivery> confirmed = new CompletableFuture<>();

    Subscriber(
            Expression expression,
            JsonObject subscriber,
            int priority,
            EventHandler handler,
            Consumer<Subscriber> onClose) {
        this.expression = expression;
        this.subscriber = subscriber;
        this.priority = priority;
        this.handler = handler;
        this.onClose = onClose;
    }

    @Override
    public String id() {
        return subscriber.getString("id");
    }

    @Override
    public Expression expression() {
        return expression;
    }

    @Override
    public JsonObject subscriber() {
        return subscriber;
    }

    int priority() {
        return priority;
    }

    EventHandler handler() {
        return handler;
    }

    boolean isOpen() {
        return open.get();
    }

    CompletableFuture<Delivery> confirmation() {
        return confirmed;
    }

    @Override
    public CompletionStage<Delivery> confirmed() {
        return confirmed.minimalCompletionStage();
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            onClose.accept(this);
        }
    }

    @Override
    public String toString() {
        return "Subscription[%s, %s]".formatted(id(), expression);
    }
}
