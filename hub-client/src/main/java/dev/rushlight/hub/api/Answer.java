package dev.rushlight.hub.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the entities in one answer into the session, and remembers what was said of which.
 *
 * <p>The caller holds the session's lock. Of an entity that occurs several times, one occurrence may have its data and
 * the others only who it is.
 */
final class Answer {

    static final String ENTITY_TYPE = "__entity_type__";

    private final Schemas schemas;
    private final Identities identities;
    private final boolean onlyWhatIsMissing;
    private final Map<Entity, Map<String, Value>> news = new LinkedHashMap<>();

    private Answer(Schemas schemas, Identities identities, boolean onlyWhatIsMissing) {
        this.schemas = schemas;
        this.identities = identities;
        this.onlyWhatIsMissing = onlyWhatIsMissing;
    }

    /** An answer that was just given: it replaces what is known. */
    static Answer fresh(Schemas schemas, Identities identities) {
        return new Answer(schemas, identities, false);
    }

    /** An answer that was kept: it adds to what is known. */
    static Answer kept(Schemas schemas, Identities identities) {
        return new Answer(schemas, identities, true);
    }

    Entity read(JsonObject json) {
        if (!(json.get(ENTITY_TYPE) instanceof JsonString type)) {
            throw new MalformedAnswer("an entity without " + ENTITY_TYPE);
        }
        if (!schemas.has(type.getString())) {
            throw new MalformedAnswer("an entity of the unknown type " + Spelling.shortened(type.getString()));
        }
        var schema = schemas.get(type.getString());
        var entity = identities.of(schema, new EntityKey(schema.id(), key(schema, json)));
        readInto(entity, json);
        return entity;
    }

    /** Takes what is said of the entity, whoever the JSON says it is. */
    void readInto(Entity entity, JsonObject json) {
        json.forEach((name, value) -> {
            if (entity.schema().has(name)) {
                var attribute = entity.schema().attribute(name);
                if (!attribute.primary()) {
                    var read = value(attribute, value);
                    if (!onlyWhatIsMissing || !entity.state().isTold(name)) {
                        tell(entity, name, read);
                    }
                }
            }
        });
    }

    void tell(Entity entity, String attribute, Value value) {
        entity.state().tell(attribute, value);
        news.computeIfAbsent(entity, missing -> new LinkedHashMap<>()).put(attribute, value);
    }

    /** The values of the primary key's attributes, as text. */
    static List<String> key(Schema schema, JsonObject json) {
        var key = new ArrayList<String>();
        for (var name : schema.primaryKey()) {
            key.add(keyText(json.getOrDefault(name, JsonValue.NULL))
                    .orElseThrow(() -> new MalformedAnswer(
                            "an entity of type %s without its primary key's %s".formatted(schema.id(), name))));
        }
        return key;
    }

    /** A key's value as text, if it can be in a key. */
    static Optional<String> keyText(JsonValue value) {
        if (value instanceof JsonString text) {
            return Optional.of(text.getString());
        }
        return value instanceof JsonNumber number ? Optional.of(number.toString()) : Optional.empty();
    }

    /** What was said of each entity that exists, in the form in which caches keep it. */
    Map<EntityKey, JsonObject> wire() {
        var wire = new LinkedHashMap<EntityKey, JsonObject>();
        news.forEach((entity, values) -> {
            if (entity.state().isUsable()) {
                var json = Values.JSON.createObjectBuilder(entity.identity());
                values.forEach((name, value) -> json.add(name, value.wire()));
                wire.put(entity.key(), json.build());
            }
        });
        return wire;
    }

    private Value value(Attribute attribute, JsonValue json) {
        if (json.equals(JsonValue.NULL)) {
            return Value.empty(attribute);
        }
        if (attribute.kind() == Kind.REFERENCE) {
            return new Value.Reference(read(entity(attribute, json)));
        }
        if (!attribute.kind().isOfEntities()) {
            return new Value.Plain(json);
        }
        if (!(json instanceof JsonArray array)) {
            throw new MalformedAnswer("%s is a JSON %s, not a list".formatted(attribute, json.getValueType()));
        }
        return new Value.Members(
                array.stream().map(member -> read(entity(attribute, member))).toList());
    }

    private static JsonObject entity(Attribute attribute, JsonValue json) {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw new MalformedAnswer("%s has a JSON %s, not an entity".formatted(attribute, json.getValueType()));
    }
}
