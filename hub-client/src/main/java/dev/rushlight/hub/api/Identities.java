package dev.rushlight.hub.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.rushlight.hub.api.EntityState.Standing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One object for each entity of a session, for as long as somebody holds it; guarded by the session's lock.
 *
 * <p>Entities that were given rather than asked for are held here, because nobody else could bring them back.
 */
final class Identities {

    private final Entities session;
    private final Cache<EntityKey, Entity> entities =
            Caffeine.newBuilder().weakValues().executor(Runnable::run).build();
    private final Map<EntityKey, Entity> given = new HashMap<>();

    Identities(Entities session) {
        this.session = session;
    }

    Optional<Entity> find(EntityKey key) {
        return Optional.ofNullable(entities.getIfPresent(key));
    }

    /** The entity with this key, of which nothing else may be known. */
    Entity of(Schema schema, EntityKey key) {
        return entities.get(key, missing -> new Entity(session, schema, missing, Standing.EXISTING));
    }

    void add(Entity entity) {
        entities.put(entity.key(), entity);
    }

    void hold(Entity entity) {
        given.put(entity.key(), entity);
    }

    void remove(Entity entity) {
        entities.asMap().remove(entity.key(), entity);
        given.remove(entity.key(), entity);
    }

    void clear() {
        entities.invalidateAll();
        given.clear();
    }
}
