package dev.rushlight.hub.event;

import dev.rushlight.hub.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * What travels: a topic, a value of any JSON kind, who sent it, whom it is for and what it answers.
 *
 * <p>The id is the event's identity: sent again with the same id, it is the same event.
 */
public record Event(
        String topic,
        String id,
        JsonValue data,
        JsonObject source,
        String target,
        Optional<String> inReplyTo,
        Optional<JsonValue> sent) {

    // Json.create… looks its provider up at every call.
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final HexFormat HEX = HexFormat.of();

    public Event {
        if (topic.isBlank()) {
            throw new IllegalArgumentException("An event needs a topic");
        }
        if (id.isBlank()) {
            throw new IllegalArgumentException("An event needs an id");
        }
    }

    /** A new event with a new id. */
    public static Event of(String topic, JsonValue data) {
        return new Event(topic, newId(), data, JsonValue.EMPTY_JSON_OBJECT, "", Optional.empty(), Optional.empty());
    }

    /**
     * The answer to a request, addressed to whoever sent it.
     *
     * @throws MalformedEvent if the request does not say who that is in a way that can be addressed
     */
    public static Event replyTo(Event request, JsonValue data) {
        var asker = request.sourceId()
                .orElseThrow(() -> new MalformedEvent("Event " + request.id() + " does not say who asks"));
        var target = Expression.equalTo("id", asker)
                .orElseThrow(() -> new MalformedEvent(
                        "Event " + request.id() + " comes from an id that cannot be" + " addressed"));
        return Event.of(MetaTopics.REPLY, data).withTarget(target).withInReplyTo(request.id());
    }

    /** Reads an envelope; everything but the topic may be missing, and unknown keys are ignored. */
    public static Event fromJson(JsonObject json) {
        var topic = text(json, "topic").filter(text -> !text.isBlank());
        return new Event(
                topic.orElseThrow(() -> new MalformedEvent("The event has no topic")),
                text(json, "id").filter(text -> !text.isBlank()).orElseGet(Event::newId),
                json.getOrDefault("data", JsonValue.EMPTY_JSON_OBJECT),
                source(json),
                text(json, "target").orElse(""),
                text(json, "inReplyToEvent").filter(text -> !text.isEmpty()),
                Optional.ofNullable(json.get("sent")).filter(value -> !value.equals(JsonValue.NULL)));
    }

    /** The envelope with exactly the seven keys that the other clients know. */
    public JsonObject toJson() {
        return JSON.createObjectBuilder()
                .add("topic", topic)
                .add("id", id)
                .add("data", data)
                .add("sent", sent.orElse(JsonValue.NULL))
                .add("source", source)
                .add("target", target)
                .add(
                        "inReplyToEvent",
                        inReplyTo.<JsonValue>map(JSON::createValue).orElse(JsonValue.NULL))
                .build();
    }

    /** Writes {@link #toJson} as the next value. */
    void writeTo(JsonGenerator generator) {
        generator
                .writeStartObject()
                .write("topic", topic)
                .write("id", id)
                .write("data", data)
                .write("sent", sent.orElse(JsonValue.NULL))
                .write("source", source)
                .write("target", target);
        inReplyTo.ifPresentOrElse(
                other -> generator.write("inReplyToEvent", other), () -> generator.writeNull("inReplyToEvent"));
        generator.writeEnd();
    }

    /** Whether {@link #toJson} is nested at most so deep. */
    boolean isWithinDepth(int deepest) {
        return JsonText.isWithinDepth(data, deepest - 1)
                && JsonText.isWithinDepth(source, deepest - 1)
                && JsonText.isWithinDepth(sent.orElse(JsonValue.NULL), deepest - 1);
    }

    /** What expressions ask of {@link #toJson}, without building that. */
    Subject asSubject() {
        var topicValue = JSON.createValue(topic);
        return name -> name.equals("topic") ? topicValue : field(name);
    }

    private JsonValue field(String name) {
        return switch (name) {
            case "id" -> JSON.createValue(id);
            case "data" -> data;
            case "sent" -> sent.orElse(JsonValue.NULL);
            case "source" -> source;
            case "target" -> JSON.createValue(target);
            case "inReplyToEvent", "in_reply_to_event" ->
                inReplyTo.<JsonValue>map(JSON::createValue).orElse(JsonValue.NULL);
            default -> Subject.ABSENT;
        };
    }

    public Event withId(String other) {
        return new Event(topic, other, data, source, target, inReplyTo, sent);
    }

    public Event withData(JsonValue other) {
        return new Event(topic, id, other, source, target, inReplyTo, sent);
    }

    public Event withSource(JsonObject other) {
        return new Event(topic, id, data, other, target, inReplyTo, sent);
    }

    public Event withTarget(String other) {
        return new Event(topic, id, data, source, other, inReplyTo, sent);
    }

    public Event withInReplyTo(String other) {
        return new Event(topic, id, data, source, target, Optional.of(other), sent);
    }

    public Event withSent(JsonValue other) {
        return new Event(topic, id, data, source, target, inReplyTo, Optional.of(other));
    }

    /** The id of the hub or subscriber that sent this, which is where a reply goes. */
    public Optional<String> sourceId() {
        return source.get("id") instanceof JsonString id && !id.getString().isEmpty()
                ? Optional.of(id.getString())
                : Optional.empty();
    }

    /** The name of the user who sent this, as far as the server vouches for it. */
    public Optional<String> username() {
        return source.get("user") instanceof JsonObject user && user.get("username") instanceof JsonString name
                ? Optional.of(name.getString())
                : Optional.empty();
    }

    /** The data if it is an object, else an empty one. */
    public JsonObject dataObject() {
        return data instanceof JsonObject object ? object : JsonValue.EMPTY_JSON_OBJECT;
    }

    static String newId() {
        var random = UUID.randomUUID();
        return HEX.toHexDigits(random.getMostSignificantBits()) + HEX.toHexDigits(random.getLeastSignificantBits());
    }

    private static JsonObject source(JsonObject json) {
        var source = json.getOrDefault("source", JsonValue.NULL);
        if (source.equals(JsonValue.NULL)) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (source instanceof JsonObject object) {
            return object;
        }
        throw new MalformedEvent("The event's source is not an object");
    }

    private static Optional<String> text(JsonObject json, String key) {
        var value = json.getOrDefault(key, JsonValue.NULL);
        if (value.equals(JsonValue.NULL)) {
            return Optional.empty();
        }
        if (value instanceof JsonString string) {
            return Optional.of(string.getString());
        }
        throw new MalformedEvent("The event's " + key + " is not a text");
    }
}
