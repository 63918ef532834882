package dev.rushlight.keyboard;

import dev.rushlight.installation.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Own keys as they are stored: {@code {"approve":["Shift+A"],"stop":[]}}. */
final class KeyText {

    private static final int LONGEST = 8000;

    private KeyText() {}

    static String write(Map<KeyAction, List<Chord>> own) {
        var text = Json.createObjectBuilder();
        own.forEach((action, chords) -> text.add(
                action.id(),
                Json.createArrayBuilder(chords.stream().map(Chord::toString).toList())));
        return text.build().toString();
    }

    static Map<KeyAction, List<Chord>> read(String text) {
        if (text.length() > LONGEST) {
            throw new UnacceptableKeys("Keys are written in %d characters at most".formatted(LONGEST));
        }
        var own = new EnumMap<KeyAction, List<Chord>>(KeyAction.class);
        try (var reader = Json.createReader(new StringReader(text))) {
            reader.readObject().forEach((id, chords) -> own.put(action(id), chords(id, chords)));
        } catch (JsonException unreadable) {
            throw new UnacceptableKeys("Keys are written as JSON: " + unreadable.getMessage());
        }
        return own;
    }

    private static KeyAction action(String id) {
        return KeyAction.called(id)
                .orElseThrow(() -> new UnacceptableKeys("There is no action “%s”".formatted(shortened(id))));
    }

    private static List<Chord> chords(String id, JsonValue value) {
        if (!(value instanceof JsonArray array) || !array.stream().allMatch(JsonString.class::isInstance)) {
            throw new UnacceptableKeys("The keys of “%s” are a list of texts".formatted(id));
        }
        return array.getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .map(Chord::of)
                .toList();
    }

    private static String shortened(String id) {
        return id.length() > 40 ? id.substring(0, 40) + "…" : id;
    }
}
