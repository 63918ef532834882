package dev.rushlight.web.admin;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;

/** Somebody's JSON, indented for reading; what is none stays as it is. */
final class ReadableJson {

    private ReadableJson() {}

    static String of(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            var value = reader.readValue();
            var indented = new StringWriter();
            try (var writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                    .createWriter(indented)) {
                writer.write(value);
            }
            return indented.toString().strip();
        } catch (JsonException | IllegalStateException notJson) {
            return text;
        }
    }
}
