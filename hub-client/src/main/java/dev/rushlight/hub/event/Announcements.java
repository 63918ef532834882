package dev.rushlight.hub.event;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;

/** What a hub tells its server of subscriptions. */
final class Announcements {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final OwnSource source;
    private final JsonObject self;

    Announcements(String hubId, OwnSource source) {
        this.source = source;
        this.self = JSON.createObjectBuilder().add("id", hubId).build();
    }

    /** The hub's own subscription, by which it gets replies. */
    String ofReplies() {
        return subscription("topic=" + MetaTopics.REPLY, self);
    }

    String of(Subscriber subscriber) {
        return subscription(subscriber.expression().text(), subscriber.subscriber());
    }

    String retractionOfReplies() {
        return retraction(self);
    }

    String retractionOf(Subscriber subscriber) {
        return retraction(subscriber.subscriber());
    }

    private String subscription(String expression, JsonObject subscriber) {
        return frame(
                MetaTopics.SUBSCRIBE,
                JSON.createObjectBuilder()
                        .add("subscriber", subscriber)
                        .add("subscription", expression)
                        .build());
    }

    private String retraction(JsonObject subscriber) {
        return frame(
                MetaTopics.UNSUBSCRIBE,
                JSON.createObjectBuilder().add("subscriber", subscriber).build());
    }

    private String frame(String topic, JsonValue data) {
        return EventFrame.write(source.complete(Event.of(topic, data)));
    }
}
