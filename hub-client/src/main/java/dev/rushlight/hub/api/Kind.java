package dev.rushlight.hub.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** What kind of values an attribute takes. */
enum Kind {
    TEXT,
    INTEGER,
    NUMBER,
    FLAG,
    DATE_TIME,
    DATE,
    /** Any JSON. */
    JSON,
    /** Another entity. */
    REFERENCE,
    /** A list of entities. */
    COLLECTION,
    /** A list of entities that is read as keys and values, such as metadata. */
    MAPPED;

    /** The kind that a schema's property declares; what nobody knows is taken as any JSON. */
    static Kind of(JsonObject property) {
        var type = text(property, "type");
        return switch (type) {
            case "string" -> ofText(text(property, "format"));
            case "integer" -> INTEGER;
            case "number" -> NUMBER;
            case "boolean" -> FLAG;
            case "array" -> COLLECTION;
            case "mapped_array" -> MAPPED;
            case "" -> property.containsKey("$ref") ? REFERENCE : JSON;
            default -> JSON;
        };
    }

    boolean isOfEntities() {
        return this == COLLECTION || this == MAPPED;
    }

    /** Whether values of this kind can stand in a condition. */
    boolean isComparable() {
        return this != JSON && !isOfEntities();
    }

    private static Kind ofText(String format) {
        return switch (format) {
            case "date-time" -> DATE_TIME;
            case "date" -> DATE;
            case "json" -> JSON;
            default -> TEXT;
        };
    }

    private static String text(JsonObject property, String key) {
        return property.getOrDefault(key, JsonValue.NULL) instanceof JsonString text ? text.getString() : "";
    }
}
