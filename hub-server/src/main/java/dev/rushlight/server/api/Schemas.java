package dev.rushlight.server.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The entity types that clients are told about. */
final class Schemas {
    private static final String RESOURCE = "schemas.json";

    private Schemas() {}

    static JsonArray load() {
        try (var stream = Objects.requireNonNull(Schemas.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = Json.createReader(stream)) {
            return reader.readArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
