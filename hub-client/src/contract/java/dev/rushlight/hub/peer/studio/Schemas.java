package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entity types of the studio, and which of them are kinds of others. */
final class Schemas {

    private static final Map<String, String> PARENTS = Map.of(
            "Project", "Context",
            "TypedContext", "Context",
            "Task", "TypedContext",
            "Shot", "TypedContext",
            "FileComponent", "Component",
            "ContainerComponent", "Component",
            "SequenceComponent", "ContainerComponent");

    private final JsonArray json;
    private final Map<String, Schema> byId = new LinkedHashMap<>();

    Schemas() {
        try (var in = Schemas.class.getResourceAsStream("schemas.json");
                var reader = JsonProvider.provider().createReader(in)) {
            json = reader.readArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (var schema : json.getValuesAs(JsonObject.class)) {
            byId.put(schema.getString("id"), new Schema(schema));
        }
    }

    JsonArray json() {
        return json;
    }

    /** What clients compare the schemas by that they kept. */
    String hash() {
        return PythonStyle.md5(json);
    }

    Schema get(String type) {
        return Optional.ofNullable(byId.get(type))
                .orElseThrow(() -> Refused.invalid("There is no entity type %s", type));
    }

    /** The most general type of the family: one primary key is used once in a family. */
    String root(String type) {
        var root = type;
        while (PARENTS.containsKey(root)) {
            root = PARENTS.get(root);
        }
        return root;
    }

    boolean isA(String type, String general) {
        for (var it = Optional.of(type); it.isPresent(); it = Optional.ofNullable(PARENTS.get(it.get()))) {
            if (it.get().equals(general)) {
                return true;
            }
        }
        return false;
    }

    /** An attribute of a type, or of a more special type, as queries on general types may use them. */
    Attribute attribute(String type, String name) {
        return byId.values().stream()
                .filter(schema -> isA(schema.id(), type))
                .flatMap(schema -> schema.attribute(name).stream())
                .findFirst()
                .orElseThrow(() -> Refused.invalid("%s has no attribute %s", type, name));
    }

    /** Refuses a path that leads nowhere, and says what it ends at. */
    Attribute attribute(String type, List<String> path) {
        var attribute = attribute(type, path.get(0));
        for (var name : path.subList(1, path.size())) {
            if (attribute.kind() == Attribute.Kind.COLUMN) {
                throw Refused.invalid("Nothing leads on from %s.%s to %s", type, attribute.name(), name);
            }
            attribute = attribute(attribute.target(), name);
        }
        return attribute;
    }
}
