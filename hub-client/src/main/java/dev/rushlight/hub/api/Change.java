package dev.rushlight.hub.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One operation to be sent: an entity is created, updated or deleted; guarded by the session's lock. */
final class Change {

    private final Action action;
    private final Entity entity;
    private final Map<String, Value> values = new LinkedHashMap<>();

    Change(Action action, Entity entity) {
        this.action = action;
        this.entity = entity;
    }

    /** What is done to the entity. */
    enum Action {
        CREATE,
        UPDATE,
        DELETE
    }

    Action action() {
        return action;
    }

    Entity entity() {
        return entity;
    }

    Map<String, Value> values() {
        return values;
    }

    boolean isAbout(Entity other, Action what) {
        return entity == other && action == what;
    }

    /** Whether a value refers to the entity, or names its id as foreign keys do. */
    boolean refersTo(Entity other) {
        var key = other.key().values();
        return values.values().stream()
                .anyMatch(value -> value.entities().contains(other)
                        || key.size() == 1 && value.wire().equals(Values.json(key.get(0))));
    }

    /** The operation as the wire has it. */
    JsonObject operation() {
        var operation = Values.JSON
                .createObjectBuilder()
                .add("action", action.name().toLowerCase(Locale.ROOT))
                .add("entity_type", entity.type())
                .add("entity_key", key());
        if (action != Action.DELETE) {
            var data = Values.JSON.createObjectBuilder().add(Answer.ENTITY_TYPE, entity.type());
            values.forEach((name, value) -> data.add(name, value.wire()));
            operation.add("entity_data", data);
        }
        return operation.build();
    }

    private JsonArray key() {
        var key = Values.JSON.createArrayBuilder();
        var identity = entity.identity();
        entity.schema().primaryKey().forEach(name -> key.add(identity.get(name)));
        return key.build();
    }
}
