package dev.rushlight.hub.event;

import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.util.Map;

/** An event as the data of an event packet: {@code {"name":"ftrack.event","args":[EVENT]}}. */
public final class EventFrame {

    private static final int INITIAL_CHARACTERS = 512;
    private static final JsonGeneratorFactory GENERATORS =
            JsonProvider.provider().createGeneratorFactory(Map.of());

    private EventFrame() {}

    public static String write(Event event) {
        var text = new StringWriter(INITIAL_CHARACTERS);
        try (var generator = GENERATORS.createGenerator(text)) {
            generator.writeStartObject().write("name", "ftrack.event").writeStartArray("args");
            event.writeTo(generator);
            generator.writeEnd().writeEnd();
        }
        return text.toString();
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
