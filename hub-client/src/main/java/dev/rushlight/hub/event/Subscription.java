package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import jakarta.json.JsonObject;
import java.util.concurrent.CompletionStage;

/** A handler's standing wish for events; it outlives reconnects and ends with {@link #close}. */
public interface Subscription extends AutoCloseable {

    /** The subscriber's id, unique in its hub. */
    String id();

    Expression expression();

    /** What events can be addressed to with their target; holds the id. */
    JsonObject subscriber();

    /** Settles with the hub's first answer to this subscription. */
    CompletionStage<Delivery> confirmed();

    /** Ends it here at once and tells the hub; idempotent. */
    @Override
    void close();
}
