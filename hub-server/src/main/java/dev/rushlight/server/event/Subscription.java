package dev.rushlight.server.event;

import dev.rushlight.hub.event.Expression;
import jakarta.json.JsonObject;
import java.util.Optional;

/** One subscriber's wish: which events, and the metadata that targets are matched against. */
record Subscription(String subscriberId, JsonObject subscriber, Expression expression) {
    boolean wants(JsonObject event, Optional<Expression> target) {
        return expression.matches(event) && (target.isEmpty() || target.get().matches(subscriber));
    }
}
