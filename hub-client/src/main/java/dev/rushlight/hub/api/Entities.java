package dev.rushlight.hub.api;

import dev.rushlight.hub.api.EntityState.Standing;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The entities of one session, what was changed of them, and how they travel.
 *
 * <p>One lock guards all that is known and recorded; it is never held during a call or by what a user gave. Whatever
 * sends changes or forgets them waits for the one that is doing so.
 */
final class Entities {

    private final Object lock = new Object();
    private final ReentrantLock sending = new ReentrantLock();
    private final Schemas schemas;
    private final Function<List<JsonObject>, JsonArray> calls;
    private final CachedEntities cached;
    private final boolean autoPopulate;
    private final Identities identities = new Identities(this);
    private final Changes changes = Changes.shown();
    private final Edits edits;
    private final MappedArrays mapped;
    private final Lookup lookup;
    private final Commits commits;
    private final Population population = new Population(this);

    Entities(
            JsonArray schemas,
            Function<List<JsonObject>, JsonArray> calls,
            CachedEntities cached,
            boolean autoPopulate) {
        this.schemas = Schemas.of(schemas);
        this.calls = calls;
        this.cached = cached;
        this.autoPopulate = autoPopulate;
        this.edits = new Edits(this, this.schemas, identities, lock);
        this.mapped = new MappedArrays(this, this.schemas, edits);
        this.lookup = new Lookup(this, this.schemas, identities, cached, lock);
        this.commits = new Commits(this.schemas, identities, calls, cached, lock);
    }

    Query query(String expression, Object... values) {
        return new Query(this, QueryPlan.of(QueryText.bind(expression, values), schemas), Query.PAGE_SIZE);
    }

    Optional<Entity> get(String type, Object... key) {
        return lookup.find(Lookup.key(schemas.get(type), key));
    }

    Entity create(String type, Map<String, ?> data) {
        return create(changes, type, data);
    }

    Entity create(Changes log, String type, Map<String, ?> data) {
        var mappedData = new LinkedHashMap<Attribute, Map<?, ?>>();
        Edits.checked(schemas.get(type), data).forEach((attribute, value) -> {
            if (attribute.kind() == Kind.MAPPED) {
                mappedData.put(attribute, mapped.requireNewEntries(attribute, value));
            }
        });
        var entity = edits.create(log, type, data);
        mappedData.forEach((attribute, entries) -> mapped.put(log, entity, attribute, entries));
        return entity;
    }

    /**
     * The entity that has the identifying values, made or brought up to date; the change is committed by itself, and what
     * else is recorded remains so.
     */
    Entity ensure(String type, Map<String, ?> data, String... identifyingKeys) {
        sending.lock();
        try {
            return new Ensuring(this, schemas.get(type), data, identifyingKeys).run();
        } finally {
            sending.unlock();
        }
    }

    /** Whether the attribute could be set to the value; mapped values are looked at when they are put. */
    void requireFitting(Attribute attribute, Object value) {
        if (attribute.kind() != Kind.MAPPED) {
            edits.value(attribute, value);
        }
    }

    void delete(Entity entity) {
        edits.delete(changes, entity);
    }

    /** Asks anew for the attributes of all entities that the server has. */
    void populate(Collection<Entity> entities, String... projections) {
        if (projections.length == 0) {
            throw new IllegalArgumentException("Populating needs at least one attribute");
        }
        population.fill(onServer(entities), List.of(projections));
    }

    /** An entity that is known without asking the server, such as the fixed locations. */
    Entity known(String type, Map<String, ?> data) {
        var schema = schemas.get(type);
        var given = Edits.checked(schema, data);
        var key = schema.primaryKey().stream()
                .map(name -> Optional.ofNullable(data.get(name))
                        .orElseThrow(() -> new IllegalArgumentException("A known entity needs its " + name)))
                .toArray();
        var entity = lookup.of(Lookup.key(schema, key));
        synchronized (lock) {
            identities.hold(entity);
            given.forEach((attribute, value) -> {
                if (!attribute.primary()) {
                    entity.state().tell(attribute.name(), edits.value(attribute, value));
                }
            });
        }
        return entity;
    }

    void commit() {
        send(changes);
    }

    void send(Changes log) {
        sending.lock();
        try {
            commits.send(log);
        } finally {
            sending.unlock();
        }
    }

    void rollback() {
        undo(changes);
    }

    void undo(Changes log) {
        sending.lock();
        try {
            synchronized (lock) {
                log.undo(identities);
            }
        } finally {
            sending.unlock();
        }
    }

    /** Forgets everything but what is kept behind the session's memory; entities from before are not those that are read from now on. */
    void clear() {
        sending.lock();
        try {
            synchronized (lock) {
                changes.undo(identities);
                identities.clear();
            }
            cached.clearMemory();
        } finally {
            sending.unlock();
        }
    }

    void set(Entity entity, Attribute attribute, Object value) {
        set(changes, entity, attribute, value);
    }

    void set(Changes log, Entity entity, Attribute attribute, Object value) {
        if (attribute.kind() == Kind.MAPPED) {
            mapped.replace(log, entity, attribute, value);
        } else {
            edits.set(log, entity, attribute, value);
        }
    }

    void unset(Entity entity, Attribute attribute) {
        if (attribute.kind() == Kind.MAPPED) {
            mapped.replace(changes, entity, attribute, Map.of());
        } else {
            edits.write(changes, entity, attribute, Value.empty(attribute));
        }
    }

    void add(Entity entity, Attribute attribute, Entity member) {
        edits.entity(attribute, member);
        add(changes, entity, attribute, List.of(member));
    }

    /** Adds members at the end that are not there already. */
    void add(Changes log, Entity entity, Attribute attribute, List<Entity> more) {
        read(entity, attribute);
        synchronized (lock) {
            var members = new LinkedHashSet<>(loadedMembers(entity, attribute));
            if (members.addAll(more)) {
                edits.write(log, entity, attribute, new Value.Members(List.copyOf(members)));
            }
        }
    }

    void remove(Entity entity, Attribute attribute, Entity member) {
        read(entity, attribute);
        synchronized (lock) {
            var members = new ArrayList<>(loadedMembers(entity, attribute));
            if (members.remove(member)) {
                edits.write(changes, entity, attribute, new Value.Members(members));
            }
        }
    }

    Map<String, String> mapped(Entity entity, Attribute attribute) {
        return mapped.read(entity, attribute);
    }

    void put(Entity entity, Attribute attribute, Map<?, ?> entries) {
        put(changes, entity, attribute, entries);
    }

    void put(Changes log, Entity entity, Attribute attribute, Map<?, ?> entries) {
        mapped.put(log, entity, attribute, entries);
    }

    void removeKey(Entity entity, Attribute attribute, String key) {
        mapped.remove(changes, entity, attribute, key);
    }

    boolean isLoaded(Entity entity, Attribute attribute) {
        return loaded(entity, attribute).isPresent();
    }

    /** What the attribute holds; asks for it if it is not loaded. */
    Value read(Entity entity, Attribute attribute) {
        var loaded = loaded(entity, attribute);
        if (loaded.isPresent()) {
            return loaded.get();
        }
        if (!autoPopulate) {
            throw new AttributeNotLoaded(entity.key(), attribute.name());
        }
        lookup.inCache(entity.key());
        if (loaded(entity, attribute).isEmpty()) {
            fill(entity, List.of(attribute.name()));
        }
        return read(entity, attribute);
    }

    /** The members that exist. */
    List<Entity> members(Entity entity, Attribute attribute) {
        read(entity, attribute);
        synchronized (lock) {
            return loadedMembers(entity, attribute);
        }
    }

    /** Asks at once for what the entities lack of these attributes, if the session may ask by itself. */
    void load(Collection<Entity> entities, String... attributes) {
        if (autoPopulate) {
            population.fillMissing(onServer(entities), attributes);
        }
    }

    void refresh(Entity entity) {
        List<String> names;
        synchronized (lock) {
            names = entity.schema().attributes().stream()
                    .filter(attribute -> !attribute.primary() && entity.state().isTold(attribute.name()))
                    .map(Attribute::name)
                    .toList();
        }
        fill(entity, names.isEmpty() ? entity.schema().defaultProjections() : names);
    }

    /** The entity with this key, of which nothing else may be known. */
    Entity entity(String type, String id) {
        return lookup.of(Lookup.key(schemas.get(type), id));
    }

    Iterator<Entity> pages(QueryPlan plan, int pageSize) {
        return new Pages<>(
                plan,
                pageSize,
                this::ask,
                page -> absorb(
                        page.asked(),
                        answer -> page.rows().stream().map(answer::read).toList()));
    }

    Page ask(String expression) {
        var operation = Values.JSON
                .createObjectBuilder(ApiCalls.operation("query"))
                .add("expression", expression)
                .build();
        var asked = cached.now();
        return Page.of(calls.apply(List.of(operation)).get(0), asked);
    }

    /** Takes over what the server said when it was asked, and tells the cache. */
    <T> T absorb(CacheWatch.Moment asked, Function<Answer, T> reading) {
        T read;
        Map<EntityKey, JsonObject> news;
        synchronized (lock) {
            var answer = Answer.fresh(schemas, identities);
            read = reading.apply(answer);
            news = answer.wire();
        }
        news.forEach((key, json) -> cached.learn(asked, key, json, List.of()));
        return read;
    }

    private Optional<Value> loaded(Entity entity, Attribute attribute) {
        synchronized (lock) {
            var value = entity.state().value(attribute.name());
            if (value.isPresent() || entity.state().standing() != Standing.NEW) {
                return value;
            }
            return Optional.of(Value.empty(attribute));
        }
    }

    private List<Entity> loadedMembers(Entity entity, Attribute attribute) {
        return loaded(entity, attribute).orElse(Value.NOBODY).entities().stream()
                .filter(member -> member.state().isUsable())
                .toList();
    }

    private void fill(Entity entity, List<String> attributes) {
        if (!population.fill(onServer(List.of(entity)), attributes).contains(entity)) {
            throw new EntityGone(entity.key());
        }
    }

    private List<Entity> onServer(Collection<Entity> entities) {
        entities.forEach(edits::requireOwn);
        synchronized (lock) {
            return entities.stream()
                    .filter(entity -> entity.state().isOnServer())
                    .toList();
        }
    }
}
