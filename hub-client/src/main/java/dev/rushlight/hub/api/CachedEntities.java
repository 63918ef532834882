package dev.rushlight.hub.api;

import dev.rushlight.hub.cache.EntityCache;
import dev.rushlight.hub.cache.KeyMaker;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the server said of entities, in the cache that the session was given.
 *
 * <p>Nothing depends on a cache: one that fails is reported and passed over. Never called with the session's lock held.
 */
final class CachedEntities {

    private static final Logger LOG = System.getLogger(CachedEntities.class.getName());

    private final EntityCache cache;
    private final KeyMaker keys;

    CachedEntities(EntityCache cache, KeyMaker keys) {
        this.cache = cache;
        this.keys = keys;
    }

    Optional<JsonObject> find(EntityKey key) {
        return attempt("read", () -> cache.get(text(key))).orElse(Optional.empty());
    }

    /** Adds what the server said to what it said before, without the attributes that are out of date now. */
    void learn(EntityKey key, JsonObject news, Collection<String> outdated) {
        attempt("written", () -> {
            var known = cache.get(text(key)).orElse(JsonObject.EMPTY_JSON_OBJECT);
            var entity = Values.JSON.createObjectBuilder(known);
            outdated.forEach(entity::remove);
            news.forEach(entity::add);
            var learned = entity.build();
            if (!learned.equals(known)) {
                cache.put(text(key), learned);
            }
            return key;
        });
    }

    void forget(EntityKey key) {
        attempt("written", () -> {
            cache.remove(text(key));
            return key;
        });
    }

    void clear() {
        attempt("cleared", () -> {
            cache.clear();
            return cache;
        });
    }

    private String text(EntityKey key) {
        return keys.key(key.type(), key.values());
    }

    private static <T> Optional<T> attempt(String what, Supplier<T> use) {
        try {
            return Optional.of(use.get());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The entity cache could not be " + what, e);
            return Optional.empty();
        }
    }
}
