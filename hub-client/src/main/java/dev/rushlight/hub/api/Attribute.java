package dev.rushlight.hub.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.UUID;

/** One attribute of an entity type, as its schema declares it. */
record Attribute(
        String type,
        String name,
        Kind kind,
        Optional<String> target,
        boolean immutable,
        boolean primary,
        Optional<JsonValue> standard) {

    private static final String NEW_ID = "{uid}";

    static Attribute of(String type, String name, JsonObject property, boolean immutable, boolean primary) {
        var kind = Kind.of(property);
        var holder = kind.isOfEntities() ? property.get("items") : property;
        var target = holder instanceof JsonObject object && object.get("$ref") instanceof JsonString reference
                ? Optional.of(reference.getString())
                : Optional.<String>empty();
        if (kind.isOfEntities() && target.isEmpty()) {
            kind = Kind.JSON;
        }
        return new Attribute(
                type,
                name,
                kind,
                target,
                immutable || primary,
                primary,
                Optional.ofNullable(property.get("default")).filter(value -> !value.equals(JsonValue.NULL)));
    }

    /** What a new entity has if nobody says otherwise; {@code {uid}} makes a new id each time. */
    Optional<JsonValue> initial() {
        if (kind == Kind.REFERENCE || kind.isOfEntities()) {
            return Optional.empty();
        }
        return standard.map(
                value -> value instanceof JsonString text && text.getString().equals(NEW_ID)
                        ? Values.json(UUID.randomUUID().toString())
                        : value);
    }

    @Override
    public String toString() {
        return type + "." + name;
    }
}
