package dev.rushlight.hub.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Asks for attributes of entities that are known by their keys. */
final class Population {

    private static final int MOST_KEYS = 500;
    private static final Pattern PATH = Pattern.compile("\\w{1,100}(?:\\.\\w{1,100}){0,20}");

    private final Entities session;

    Population(Entities session) {
        this.session = session;
    }

    /** Asks for the attributes of all the entities, type by type, and returns the entities that the server has. */
    Set<Entity> fill(Collection<Entity> entities, List<String> projections) {
        var byType = entities.stream()
                .distinct()
                .collect(Collectors.groupingBy(Entity::schema, LinkedHashMap::new, Collectors.toList()));
        byType.keySet().forEach(schema -> projections.forEach(path -> requireKnown(schema, path)));
        var found = new HashSet<Entity>();
        byType.forEach((schema, ofType) -> {
            for (var i = 0; i < ofType.size(); i += MOST_KEYS) {
                found.addAll(fill(schema, ofType.subList(i, Math.min(ofType.size(), i + MOST_KEYS)), projections));
            }
        });
        return found;
    }

    /** Asks for those of the attributes that are not loaded, where the entities' types have them. */
    void fillMissing(Collection<Entity> entities, String... attributes) {
        entities.stream()
                .collect(Collectors.groupingBy(entity -> Stream.of(attributes)
                        .filter(name -> entity.schema().has(name) && !entity.isLoaded(name))
                        .toList()))
                .forEach((missing, those) -> {
                    if (!missing.isEmpty()) {
                        fill(those, missing);
                    }
                });
    }

    private Set<Entity> fill(Schema schema, List<Entity> entities, List<String> projections) {
        var plan = new QueryPlan(
                "select %s from %s where %s"
                        .formatted(
                                String.join(", ", projections),
                                schema.id(),
                                condition(
                                        schema,
                                        entities.stream().map(Entity::key).toList())),
                0,
                OptionalLong.empty());
        var byKey = new HashMap<List<String>, Entity>();
        entities.forEach(entity -> byKey.put(entity.key().values(), entity));
        var found = new HashSet<Entity>();
        new Pages<>(plan, Query.PAGE_SIZE, session::ask, page -> absorb(schema, page, byKey, projections))
                .forEachRemaining(found::add);
        return found;
    }

    /** What was asked for and not answered is nothing, so that it is not asked for again. */
    private List<Entity> absorb(Schema schema, Page page, Map<List<String>, Entity> byKey, List<String> projections) {
        return session.absorb(page.asked(), answer -> {
            var found = new ArrayList<Entity>();
            for (var row : page.rows()) {
                var told = answer.read(row);
                var entity = byKey.get(told.key().values());
                if (entity == null) {
                    continue;
                }
                // A query for a type also finds its subtypes.
                if (entity != told) {
                    answer.readInto(entity, row);
                }
                for (var path : projections) {
                    var attribute = schema.attribute(first(path));
                    if (!entity.state().isTold(attribute.name())) {
                        answer.tell(entity, attribute.name(), Value.empty(attribute));
                    }
                }
                found.add(entity);
            }
            return found;
        });
    }

    /** The condition that finds the entities with these keys, of which there is at least one. */
    static String condition(Schema schema, List<EntityKey> keys) {
        var names = schema.primaryKey();
        if (names.size() == 1) {
            var ids = keys.stream().map(key -> value(schema, key, 0)).toList();
            return ids.size() == 1
                    ? QueryText.bind(names.get(0) + " is {}", ids.get(0))
                    : QueryText.bind(names.get(0) + " in {}", ids);
        }
        return keys.stream()
                .map(key -> IntStream.range(0, names.size())
                        .mapToObj(i -> QueryText.bind(names.get(i) + " is {}", value(schema, key, i)))
                        .collect(Collectors.joining(" and ", "(", ")")))
                .collect(Collectors.joining(" or "));
    }

    private static Object value(Schema schema, EntityKey key, int i) {
        return Values.key(
                schema.attribute(schema.primaryKey().get(i)), key.values().get(i));
    }

    private static void requireKnown(Schema schema, String path) {
        if (!PATH.matcher(path).matches()) {
            throw new IllegalArgumentException("Attributes are named like a.b.c, not " + Spelling.shortened(path));
        }
        schema.attribute(first(path));
    }

    private static String first(String path) {
        var dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
