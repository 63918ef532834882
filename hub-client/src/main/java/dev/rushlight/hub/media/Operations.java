package dev.rushlight.hub.media;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/** The forms of the operations that media need. */
final class Operations {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private Operations() {}

    static JsonObjectBuilder object() {
        return JSON.createObjectBuilder();
    }

    static JsonArrayBuilder list() {
        return JSON.createArrayBuilder();
    }

    static JsonObjectBuilder action(String name) {
        return object().add("action", name);
    }

    static JsonObject query(String expression) {
        return action("query").add("expression", expression).build();
    }

    static JsonObject create(String type, List<String> key, JsonObjectBuilder data) {
        return action("create")
                .add("entity_type", type)
                .add("entity_key", JSON.createArrayBuilder(key))
                .add("entity_data", data.add("__entity_type__", type))
                .build();
    }

    static JsonObject delete(String type, String id) {
        return action("delete")
                .add("entity_type", type)
                .add("entity_key", JSON.createArrayBuilder(List.of(id)))
                .build();
    }

    /** A value inside a query. */
    static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
