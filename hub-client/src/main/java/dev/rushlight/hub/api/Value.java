package dev.rushlight.hub.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What an attribute of an entity holds. */
sealed interface Value {

    Value NOTHING = new Plain(JsonValue.NULL);
    Value NOBODY = new Members(List.of());

    /** What the attribute holds if there is nothing in it. */
    static Value empty(Attribute attribute) {
        return attribute.kind().isOfEntities() ? NOBODY : NOTHING;
    }

    /** How the value travels; of other entities only who they are. */
    JsonValue wire();

    /** The entities that the value refers to. */
    List<Entity> entities();

    /** Whether both say the same; the order of members does not count. */
    static boolean same(Attribute attribute, Value one, Value other) {
        if (one instanceof Plain left && other instanceof Plain right) {
            return Values.same(attribute, left.json(), right.json());
        }
        return one.getClass() == other.getClass() && keys(one).equals(keys(other));
    }

    private static Set<List<String>> keys(Value value) {
        return value.entities().stream().map(entity -> entity.key().values()).collect(Collectors.toSet());
    }

    /** JSON as it is. */
    record Plain(JsonValue json) implements Value {
        @Override
        public JsonValue wire() {
            return json;
        }

        @Override
        public List<Entity> entities() {
            return List.of();
        }
    }

    /** Another entity. */
    record Reference(Entity entity) implements Value {
        @Override
        public JsonValue wire() {
            return entity.identity();
        }

        @Override
        public List<Entity> entities() {
            return List.of(entity);
        }
    }

    /** Entities in order. */
    record Members(List<Entity> entities) implements Value {
        public Members {
            entities = List.copyOf(entities);
        }

        @Override
        public JsonArray wire() {
            var array = Values.JSON.createArrayBuilder();
            entities.forEach(entity -> array.add(entity.identity()));
            return array.build();
        }
    }
}
