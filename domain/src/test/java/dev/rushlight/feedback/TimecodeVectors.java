package dev.rushlight.feedback;

import dev.rushlight.review.FrameRate;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** The table of examples that the browser's tests read, too. */
final class TimecodeVectors {

    private static final JsonObject TABLE = read();

    private TimecodeVectors() {}

    private static JsonObject read() {
        try (var stream = Objects.requireNonNull(FrameClock.class.getResourceAsStream("timecode-vectors.json"));
                var reader = Json.createReader(stream)) {
            return reader.readObject();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static List<JsonObject> all(String name) {
        return TABLE.getJsonArray(name).getValuesAs(JsonObject.class);
    }

    static JsonObject one(String name) {
        return TABLE.getJsonObject(name);
    }

    static FrameRate rate(JsonObject vector) {
        var rate = vector.getJsonArray("rate");
        return new FrameRate(rate.getInt(0), rate.getInt(1));
    }

    static MediaTime time(JsonArray fraction) {
        return new MediaTime(
                fraction.getJsonNumber(0).longValueExact(),
                fraction.getJsonNumber(1).longValueExact());
    }

    /** A clock that counts from midnight. */
    static FrameClock counting(JsonObject vector) {
        return FrameClock.of(
                rate(vector), OptionalInt.empty(), 0, Optional.empty(), vector.getBoolean("dropFrame", false));
    }

    static FrameClock clip(JsonObject vector) {
        var clip = TABLE.getJsonObject("clips").getJsonObject(vector.getString("clip"));
        return FrameClock.of(
                rate(clip),
                OptionalInt.of(clip.getInt("frames")),
                clip.getInt("startFrame"),
                clip.get("tcStart") == JsonValue.NULL ? Optional.empty() : Optional.of(clip.getString("tcStart")),
                clip.getBoolean("dropFrame"));
    }
}
