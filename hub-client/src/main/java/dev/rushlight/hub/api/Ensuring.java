package dev.rushlight.hub.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the entity that has some values, or makes it, and brings its other values up to date. */
final class Ensuring {

    private final Entities session;
    private final Schema schema;
    private final Map<String, ?> data;
    private final Map<Attribute, Object> given;
    private final List<Attribute> identifying;

    /** @param identifyingKeys which of the data tell the entity from others; all that can be compared if none is named */
    Ensuring(Entities session, Schema schema, Map<String, ?> data, String... identifyingKeys) {
        this.session = session;
        this.schema = schema;
        this.data = data;
        given = Edits.checked(schema, data);
        given.forEach(session::requireFitting);
        identifying = identifyingKeys.length == 0
                ? given.keySet().stream()
                        .filter(attribute -> attribute.kind().isComparable())
                        .toList()
                : Arrays.stream(identifyingKeys).map(this::identifying).toList();
        if (identifying.isEmpty()) {
            throw new IllegalArgumentException("Nothing in the data can identify a " + schema.id());
        }
    }

    Entity run() {
        var log = Changes.apart();
        try {
            var found = find();
            if (found.isEmpty()) {
                var created = session.create(log, schema.id(), data);
                session.send(log);
                return created;
            }
            var entity = found.get();
            given.forEach((attribute, value) -> {
                if (!identifying.contains(attribute)) {
                    update(log, entity, attribute, value);
                }
            });
            session.send(log);
            return entity;
        } catch (RuntimeException e) {
            session.undo(log);
            throw e;
        }
    }

    private Attribute identifying(String name) {
        var attribute = schema.attribute(name);
        if (!given.containsKey(attribute)) {
            throw new IllegalArgumentException("The data has no %s, which is to identify".formatted(attribute));
        }
        if (!attribute.kind().isComparable()) {
            throw new IllegalArgumentException(
                    "%s is of kind %s, which cannot identify".formatted(attribute, attribute.kind()));
        }
        return attribute;
    }

    private Optional<Entity> find() {
        var names = Stream.concat(schema.primaryKey().stream(), data.keySet().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        var conditions = identifying.stream()
                .map(attribute -> condition(attribute, given.get(attribute)))
                .collect(Collectors.joining(" and "));
        var plan = new QueryPlan(
                "select %s from %s where %s".formatted(names, schema.id(), conditions), 0, OptionalLong.empty());
        return new Query(session, plan, 2).atMostOne();
    }

    private static String condition(Attribute attribute, Object value) {
        if (value instanceof Entity entity) {
            return entity.schema().primaryKey().stream()
                    .map(name -> QueryText.bind(
                            attribute.name() + "." + name + " is {}",
                            entity.identity().get(name)))
                    .collect(Collectors.joining(" and "));
        }
        return QueryText.bind(attribute.name() + " is {}", QueryText.comparable(attribute, value));
    }

    /** Of mapped values, keys that are not given stay as they are. */
    private void update(Changes log, Entity entity, Attribute attribute, Object value) {
        if (attribute.kind() == Kind.MAPPED && value instanceof Map<?, ?> entries) {
            session.put(log, entity, attribute, entries);
        } else {
            session.set(log, entity, attribute, value);
        }
    }
}
