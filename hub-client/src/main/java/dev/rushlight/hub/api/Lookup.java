package dev.rushlight.hub.api;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds an entity by its key: the one that is known, the one in the cache, or what the server has. */
final class Lookup {

    private final Entities session;
    private final Schemas schemas;
    private final Identities identities;
    private final CachedEntities cached;
    private final Object lock;

    /** @param lock the session's lock, which this takes, but not while the cache or the server is asked */
    Lookup(Entities session, Schemas schemas, Identities identities, CachedEntities cached, Object lock) {
        this.session = session;
        this.schemas = schemas;
        this.identities = identities;
        this.cached = cached;
        this.lock = lock;
    }

    /** The key that the values make; as many as the type's primary key has attributes. */
    static EntityKey key(Schema schema, Object... values) {
        if (values.length != schema.primaryKey().size()) {
            throw new IllegalArgumentException("%s is known by %s, which is not %s values"
                    .formatted(schema.id(), String.join(" and ", schema.primaryKey()), values.length));
        }
        var key = new ArrayList<String>();
        for (var i = 0; i < values.length; i++) {
            var attribute = schema.attribute(schema.primaryKey().get(i));
            key.add(Answer.keyText(Values.encode(attribute, values[i]))
                    .orElseThrow(() -> new IllegalArgumentException(attribute + " is not a key")));
        }
        return new EntityKey(schema.id(), key);
    }

    Optional<Entity> find(EntityKey key) {
        synchronized (lock) {
            var known = identities.find(key);
            if (known.isPresent()) {
                return known.filter(entity -> entity.state().isUsable());
            }
        }
        return inCache(key).or(() -> onServer(key));
    }

    /** What the cache has of the entity; this adds to what is known. */
    Optional<Entity> inCache(EntityKey key) {
        var look = cached.look(key);
        return cached.find(key).flatMap(json -> {
            try {
                return kept(key, json, look);
            } catch (MalformedAnswer e) {
                cached.forget(key);
                return Optional.empty();
            }
        });
    }

    /** The entity with this key, of which nothing else may be known. */
    Entity of(EntityKey key) {
        synchronized (lock) {
            return identities.of(schemas.get(key.type()), key);
        }
    }

    private Optional<Entity> kept(EntityKey key, JsonObject json, CacheWatch.Look look) {
        synchronized (lock) {
            if (!look.holds()) {
                return Optional.empty();
            }
            var entity = Answer.kept(schemas, identities).read(json);
            if (!entity.key().equals(key)) {
                throw new MalformedAnswer("%s where %s is expected".formatted(entity, key));
            }
            return Optional.of(entity);
        }
    }

    private Optional<Entity> onServer(EntityKey key) {
        var condition = Population.condition(schemas.get(key.type()), List.of(key));
        return session.query(key.type() + " where " + condition).first();
    }
}
