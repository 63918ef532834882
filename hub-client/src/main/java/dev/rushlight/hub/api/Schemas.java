package dev.rushlight.hub.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The entity types that a server has. */
final class Schemas {

    /** Which type is a kind of which, as the protocol fixes it; schemas themselves do not say. */
    private static final Map<String, String> BASES = Map.ofEntries(
            Map.entry("Project", "Context"),
            Map.entry("TypedContext", "Context"),
            Map.entry("FileComponent", "Component"),
            Map.entry("ContainerComponent", "Component"),
            Map.entry("SequenceComponent", "ContainerComponent"),
            Map.entry("User", "Resource"),
            Map.entry("Group", "Resource"),
            Map.entry("AssetVersionList", "List"),
            Map.entry("TypedContextList", "List"),
            Map.entry("NoteCategory", "NoteLabel"),
            Map.entry("NoteLabel", "NoteCategory"));

    private static final String CUSTOM_VALUE = "CustomAttributeValue";

    private final Map<String, Schema> byId;

    private Schemas(Map<String, Schema> byId) {
        this.byId = byId;
    }

    /** What the server answered to {@code query_schemas}; a schema without a name or a primary key is passed over. */
    static Schemas of(JsonArray json) {
        var byId = new LinkedHashMap<String, Schema>();
        for (var value : json) {
            if (value instanceof JsonObject object && object.get("id") instanceof JsonString id) {
                var schema = Schema.of(id.getString(), object);
                if (!schema.primaryKey().isEmpty()) {
                    byId.put(schema.id(), schema);
                }
            }
        }
        return new Schemas(byId);
    }

    Schema get(String type) {
        var schema = byId.get(type);
        if (schema == null) {
            throw new UnknownEntityType(type, byId.keySet());
        }
        return schema;
    }

    boolean has(String type) {
        return byId.containsKey(type);
    }

    Collection<Schema> all() {
        return Collections.unmodifiableCollection(byId.values());
    }

    /** Whether entities of the one type are also entities of the other. */
    boolean isA(String type, String base) {
        return Stream.iterate(Optional.of(type), Optional::isPresent, name -> name.flatMap(this::base))
                .limit(BASES.size())
                .flatMap(Optional::stream)
                .anyMatch(base::equals);
    }

    /**
     * Whether an entity of the type may be what an attribute of the target type refers to.
     *
     * <p>Schemas do not declare subtypes, so a type that has all attributes of the target is taken for one.
     */
    boolean mayStandFor(String type, String target) {
        if (isA(type, target) || !has(target)) {
            return true;
        }
        var given = get(type);
        var wanted = get(target);
        return given.primaryKey().equals(wanted.primaryKey())
                && wanted.attributes().stream().map(Attribute::name).allMatch(given::has);
    }

    private Optional<String> base(String type) {
        if (BASES.containsKey(type)) {
            return Optional.of(BASES.get(type));
        }
        if (type.endsWith(CUSTOM_VALUE) && !type.equals(CUSTOM_VALUE)) {
            return Optional.of(CUSTOM_VALUE);
        }
        var isTyped = byId.containsKey(type) && byId.get(type).has("object_type_id");
        return isTyped && !type.equals("TypedContext") ? Optional.of("TypedContext") : Optional.empty();
    }
}
