package dev.rushlight.ledger;

import jakarta.json.Json;
import jakarta.json.JsonConfig;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import java.io.Reader;
import java.time.DateTimeException;
import java.util.Map;
import java.util.function.Function;

/** Reads JSON of which nobody else may understand anything else: each name once, and nothing but what would be written. */
final class StrictJson {

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private StrictJson() {}

    static JsonObject object(Reader text) {
        try (var reader = READERS.createReader(text)) {
            return reader.readObject();
        } catch (RuntimeException noObject) { // of several kinds, as for a thousand brackets
            throw new NotWhatWasWritten("it is no JSON object");
        }
    }

    static <T> T read(JsonObject json, Function<JsonObject, T> reading, Function<T, JsonObject> writing) {
        try {
            var value = reading.apply(json);
            if (writing.apply(value).equals(json)) {
                return value;
            }
        } catch (NullPointerException
                | ClassCastException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException missingOrOfAnotherKind) {
            throw new NotWhatWasWritten("a member is missing or malformed");
        }
        throw new NotWhatWasWritten("it holds something that does not belong into it");
    }
}
