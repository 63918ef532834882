package dev.rushlight.hub.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The attributes of one entity type. */
final class Schema {

    private static final String FOREIGN_KEY = "_id";
    private static final JsonObject TEXT =
            Values.JSON.createObjectBuilder().add("type", "string").build();

    private final String id;
    private final List<String> primaryKey;
    private final List<String> defaultProjections;
    private final Map<String, Attribute> attributes;

    private Schema(
            String id, List<String> primaryKey, List<String> defaultProjections, Map<String, Attribute> attributes) {
        this.id = id;
        this.primaryKey = primaryKey;
        this.defaultProjections = defaultProjections;
        this.attributes = attributes;
    }

    /** What the server said of a type; keys that nobody knows and attributes that may not be asked for are left out. */
    static Schema of(String id, JsonObject json) {
        var primaryKey = names(json, "primary_key");
        var immutable = names(json, "immutable");
        var attributes = new LinkedHashMap<String, Attribute>();
        for (var name : primaryKey) {
            attributes.put(name, Attribute.of(id, name, TEXT, true, true));
        }
        if (json.get("properties") instanceof JsonObject properties) {
            properties.forEach((name, property) -> {
                if (property instanceof JsonObject declared
                        && !JsonValue.TRUE.equals(declared.get("restricted_projection"))) {
                    attributes.put(
                            name,
                            Attribute.of(id, name, declared, immutable.contains(name), primaryKey.contains(name)));
                }
            });
        }
        var projections = names(json, "default_projections").stream()
                .filter(attributes::containsKey)
                .toList();
        return new Schema(id, primaryKey, projections.isEmpty() ? primaryKey : projections, attributes);
    }

    String id() {
        return id;
    }

    /** The primary key's attributes, in the order in which keys are given. */
    List<String> primaryKey() {
        return primaryKey;
    }

    List<String> defaultProjections() {
        return defaultProjections;
    }

    Collection<Attribute> attributes() {
        return Collections.unmodifiableCollection(attributes.values());
    }

    boolean has(String name) {
        return attributes.containsKey(name);
    }

    Attribute attribute(String name) {
        var attribute = attributes.get(name);
        if (attribute == null) {
            throw new UnknownAttribute(id, name, attributes.keySet());
        }
        return attribute;
    }

    /**
     * The other name of the same fact: {@code status_id} for {@code status} and the other way round.
     *
     * <p>Schemas do not say which foreign key belongs to which reference, but they name them like this.
     */
    Optional<Attribute> companion(Attribute attribute) {
        if (attribute.kind() == Kind.REFERENCE) {
            return Optional.ofNullable(attributes.get(attribute.name() + FOREIGN_KEY));
        }
        if (!attribute.name().endsWith(FOREIGN_KEY)) {
            return Optional.empty();
        }
        var reference = attribute.name().substring(0, attribute.name().length() - FOREIGN_KEY.length());
        return Optional.ofNullable(attributes.get(reference)).filter(other -> other.kind() == Kind.REFERENCE);
    }

    @Override
    public String toString() {
        return "Schema[" + id + "]";
    }

    private static List<String> names(JsonObject json, String key) {
        if (json.get(key) instanceof JsonArray array) {
            return array.stream()
                    .filter(JsonString.class::isInstance)
                    .map(name -> ((JsonString) name).getString())
                    .toList();
        }
        return List.of();
    }
}
