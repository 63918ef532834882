package dev.rushlight.server.event;

import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.event.Expression;
import dev.rushlight.hub.event.MalformedExpression;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The subscriptions of one connection, by subscriber id; a repeated one replaces the former.
 *
 * <p>Changed by the connection's own messages only, read by whoever routes an event.
 */
final class Subscriptions {
    private static final int LONGEST_ID = 256;

    private final EventLimits limits;
    private final Map<String, Subscription> bySubscriber = new ConcurrentHashMap<>();

    Subscriptions(EventLimits limits) {
        this.limits = limits;
    }

    /** Takes the data of an {@code ftrack.meta.subscribe} event. */
    void subscribe(JsonValue data) throws Refused {
        var subscriber = subscriberIn(data);
        var id = idOf(subscriber);
        if (!(data.asJsonObject().get("subscription") instanceof JsonString expression)) {
            throw new Refused("A subscription needs an expression in \"subscription\"");
        }
        if (JsonText.utf8Length(subscriber.toString()) > limits.subscriberBytes()) {
            throw new Refused("A subscriber has at most %s bytes of metadata".formatted(limits.subscriberBytes()));
        }
        if (!bySubscriber.containsKey(id) && bySubscriber.size() >= limits.subscriptions()) {
            throw new Refused("A connection has at most %s subscriptions".formatted(limits.subscriptions()));
        }
        try {
            bySubscriber.put(id, new Subscription(id, subscriber, Expression.compile(expression.getString())));
        } catch (MalformedExpression e) {
            throw new Refused(e.getMessage());
        }
    }

    /** Takes the data of an {@code ftrack.meta.unsubscribe} event; an unknown subscriber is fine. */
    void unsubscribe(JsonValue data) throws Refused {
        bySubscriber.remove(idOf(subscriberIn(data)));
    }

    boolean want(JsonObject event, Optional<Expression> target) {
        for (var subscription : bySubscriber.values()) {
            if (subscription.wants(event, target)) {
                return true;
            }
        }
        return false;
    }

    int count() {
        return bySubscriber.size();
    }

    private static JsonObject subscriberIn(JsonValue data) throws Refused {
        if (data instanceof JsonObject fields && fields.get("subscriber") instanceof JsonObject subscriber) {
            return subscriber;
        }
        throw new Refused("A subscription needs an object in \"subscriber\"");
    }

    private static String idOf(JsonObject subscriber) throws Refused {
        if (subscriber.get("id") instanceof JsonString id
                && !id.getString().isEmpty()
                && id.getString().length() <= LONGEST_ID) {
            return id.getString();
        }
        throw new Refused("A subscriber needs an id of 1 to %s characters".formatted(LONGEST_ID));
    }
}
