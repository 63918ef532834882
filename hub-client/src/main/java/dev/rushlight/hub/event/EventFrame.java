package dev.rushlight.hub.event;

import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;

/** An event as the data of an event packet: {@code {"name":"ftrack.event","args":[EVENT]}}. */
public final class EventFrame {

    private static final JsonProvider JSON = JsonProvider.provider();

    private EventFrame() {}

    public static String write(Event event) {
        return write(event.toJson());
    }

    static String write(JsonObject envelope) {
        return JSON.createObjectBuilder()
                .add("name", "ftrack.event")
                .add("args", JSON.createArrayBuilder().add(envelope))
                .build()
                .toString();
    }

    /**
     * Reads the first argument, whatever the packet's event is called, as the other clients do.
     *
     * @throws MalformedJson if the text is not acceptable JSON
     * @throws MalformedEvent if the JSON holds no event
     */
    public static Event read(String json, JsonLimits limits) {
        var frame = JsonText.parseObject(json, limits);
        if (frame.get("args") instanceof JsonArray arguments
                && !arguments.isEmpty()
                && arguments.get(0) instanceof JsonObject envelope) {
            return Event.fromJson(envelope);
        }
        throw new MalformedEvent("The packet carries no event");
    }
}
