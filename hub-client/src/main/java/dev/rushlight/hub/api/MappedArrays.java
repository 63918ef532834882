package dev.rushlight.hub.api;

import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads and writes mapped attributes: entities with a key and a value, such as metadata and custom attributes.
 *
 * <p>Metadata is created and deleted with its keys. The values of custom attributes are there for every configuration
 * that applies, so they are only updated.
 */
final class MappedArrays {

    private static final String KEY = "key";
    private static final String VALUE = "value";
    private static final String PARENT_ID = "parent_id";
    private static final String PARENT_TYPE = "parent_type";
    private static final String CONFIGURATION = "configuration";
    private static final String CONFIGURATION_ID = "configuration_id";
    private static final String CONFIGURATION_TYPE = "CustomAttributeConfiguration";

    private final Entities session;
    private final Schemas schemas;
    private final Edits edits;

    MappedArrays(Entities session, Schemas schemas, Edits edits) {
        this.session = session;
        this.schemas = schemas;
        this.edits = edits;
    }

    Map<String, String> read(Entity entity, Attribute attribute) {
        var texts = new LinkedHashMap<String, String>();
        byKey(session.members(entity, attribute))
                .forEach((key, member) -> member.value(VALUE)
                        .ifPresent(value -> texts.put(
                                key, value instanceof JsonString text ? text.getString() : value.toString())));
        return texts;
    }

    void put(Changes log, Entity entity, Attribute attribute, Map<?, ?> entries) {
        var byKey = byKey(session.members(entity, attribute));
        requireKeys(entity, attribute, byKey, entries);
        var created = new ArrayList<Entity>();
        entries.forEach((key, value) -> {
            var member = byKey.get(key);
            if (member != null) {
                edits.set(log, member, member.schema().attribute(VALUE), value);
            } else {
                created.add(edits.create(log, target(attribute).id(), owned(entity, attribute, (String) key, value)));
            }
        });
        if (!created.isEmpty()) {
            session.add(log, entity, attribute, created);
        }
    }

    void remove(Changes log, Entity entity, Attribute attribute, String key) {
        Optional.ofNullable(byKey(session.members(entity, attribute)).get(key)).ifPresent(member -> {
            if (isOwned(attribute)) {
                edits.delete(log, member);
            } else {
                edits.write(log, member, member.schema().attribute(VALUE), Value.NOTHING);
            }
        });
    }

    /** Writes the entries and removes all other keys. */
    void replace(Changes log, Entity entity, Attribute attribute, Object value) {
        var entries = requireEntries(attribute, value);
        byKey(session.members(entity, attribute)).keySet().stream()
                .filter(key -> !entries.containsKey(key))
                .forEach(key -> remove(log, entity, attribute, key));
        put(log, entity, attribute, entries);
    }

    /** The value as entries that a new entity may have. */
    Map<?, ?> requireNewEntries(Attribute attribute, Object value) {
        var entries = requireEntries(attribute, value);
        if (!entries.isEmpty() && !isOwned(attribute)) {
            throw new IllegalArgumentException(attribute + " can be written once the entity is committed");
        }
        return entries;
    }

    private Map<?, ?> requireEntries(Attribute attribute, Object value) {
        if (!(value instanceof Map<?, ?> entries)
                || !entries.entrySet().stream()
                        .allMatch(entry -> entry.getKey() instanceof String && entry.getValue() != null)) {
            throw new IllegalArgumentException(attribute + " takes a map of texts to values");
        }
        if (isOwned(attribute)) {
            var target = target(attribute).attribute(VALUE);
            entries.values().forEach(entry -> Values.encode(target, entry));
        }
        return entries;
    }

    /** Whether the entities behind the attribute belong to the entity that has it, so that they come and go with it. */
    private boolean isOwned(Attribute attribute) {
        var schema = target(attribute);
        return schema.has(KEY) && schema.has(VALUE) && schema.has(PARENT_ID);
    }

    private Map<String, Object> owned(Entity entity, Attribute attribute, String key, Object value) {
        var data = new LinkedHashMap<String, Object>();
        data.put(PARENT_ID, entity.id());
        data.put(KEY, key);
        data.put(VALUE, value);
        if (target(attribute).has(PARENT_TYPE)) {
            data.put(PARENT_TYPE, entity.type());
        }
        return data;
    }

    private void requireKeys(Entity entity, Attribute attribute, Map<String, Entity> known, Map<?, ?> entries) {
        requireEntries(attribute, entries);
        for (var key : entries.keySet()) {
            if (!known.containsKey(key) && !isOwned(attribute)) {
                throw new IllegalArgumentException("%s has no key %s%s"
                        .formatted(
                                entity, Spelling.shortened((String) key), Spelling.hint((String) key, known.keySet())));
            }
        }
    }

    private Schema target(Attribute attribute) {
        return schemas.get(attribute.target().orElseThrow());
    }

    private Map<String, Entity> byKey(List<Entity> members) {
        session.load(members, KEY, VALUE);
        var configurations = new LinkedHashMap<Entity, Entity>();
        members.stream()
                .filter(member -> ownKey(member).isEmpty())
                .forEach(member -> configuration(member).ifPresent(found -> configurations.put(member, found)));
        session.load(configurations.values(), KEY);
        var byKey = new LinkedHashMap<String, Entity>();
        members.forEach(member -> ownKey(member)
                .or(() -> Optional.ofNullable(configurations.get(member)).flatMap(MappedArrays::ownKey))
                .ifPresent(key -> byKey.put(key, member)));
        return byKey;
    }

    private static Optional<String> ownKey(Entity entity) {
        return entity.schema().has(KEY) ? entity.text(KEY) : Optional.empty();
    }

    /** What a custom attribute's value is a value of. */
    private Optional<Entity> configuration(Entity value) {
        if (value.schema().has(CONFIGURATION_ID) && schemas.has(CONFIGURATION_TYPE)) {
            return value.text(CONFIGURATION_ID).map(id -> session.entity(CONFIGURATION_TYPE, id));
        }
        return value.schema().has(CONFIGURATION) ? value.reference(CONFIGURATION) : Optional.empty();
    }
}
