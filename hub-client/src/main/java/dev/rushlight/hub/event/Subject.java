package dev.rushlight.hub.event;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/** What an expression is asked about: fields by name. */
@FunctionalInterface
interface Subject {

    /** Stands for a field that is not there; no JSON has it. */
    JsonValue ABSENT = new JsonValue() {
        @Override
        public ValueType getValueType() {
            return ValueType.NULL;
        }

        @Override
        public String toString() {
            return "absent";
        }
    };

    /** The field's value, or {@link #ABSENT}. */
    JsonValue field(String name);

    /** The member of an object, or {@link #ABSENT}. */
    static JsonValue member(JsonObject object, String name) {
        var value = object.get(name);
        if (value == null) {
            value = object.get(otherSpelling(name));
        }
        return value == null ? ABSENT : value;
    }

    /** Python programs know the envelope's {@code inReplyToEvent} by another name. */
    private static String otherSpelling(String name) {
        return switch (name) {
            case "in_reply_to_event" -> "inReplyToEvent";
            case "inReplyToEvent" -> "in_reply_to_event";
            default -> name;
        };
    }
}
