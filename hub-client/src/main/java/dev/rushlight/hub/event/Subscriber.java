package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.spi.JsonProvider;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One subscription of a hub, with what its handler needs. */
final class Subscriber implements Subscription {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int LARGEST = 64 * 1024;
    private static final int DEEPEST = 32;

    private final Expression expression;
    private final JsonObject subscriber;
    private final int priority;
    private final DispatchHandler handler;
    private final Consumer<Subscriber> onClose;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final CompletableFuture<Delivery> confirmed = new CompletableFuture<>();

    private Subscriber(
            Expression expression,
            JsonObject subscriber,
            int priority,
            DispatchHandler handler,
            Consumer<Subscriber> onClose) {
        this.expression = expression;
        this.subscriber = subscriber;
        this.priority = priority;
        this.handler = handler;
        this.onClose = onClose;
    }

    /**
     * Takes what is known of a subscriber, and gives it an id if it has none.
     *
     * @throws IllegalArgumentException if that is more than may travel
     */
    static Subscriber of(
            Expression expression,
            JsonObject subscriber,
            int priority,
            DispatchHandler handler,
            Consumer<Subscriber> onClose) {
        return new Subscriber(expression, withId(checked(subscriber)), priority, handler, onClose);
    }

    private static JsonObject checked(JsonObject subscriber) {
        if (!JsonText.isWithinDepth(subscriber, DEEPEST)) {
            throw new IllegalArgumentException("A subscriber is nested deeper than " + DEEPEST);
        }
        var text = subscriber.toString();
        if (!JsonText.isWholeText(text)) {
            throw new IllegalArgumentException("A subscriber holds half of a surrogate pair");
        }
        if (JsonText.utf8Length(text) > LARGEST) {
            throw new IllegalArgumentException("A subscriber has more than " + LARGEST + " bytes");
        }
        return subscriber;
    }

    private static JsonObject withId(JsonObject subscriber) {
        if (subscriber.get("id") instanceof JsonString given
                && !given.getString().isBlank()) {
            return subscriber;
        }
        return JSON.createObjectBuilder(subscriber).add("id", Event.newId()).build();
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

    DispatchHandler handler() {
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
