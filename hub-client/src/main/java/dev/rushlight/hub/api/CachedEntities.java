package dev.rushlight.hub.api;

import dev.rushlight.hub.cache.EntityCache;
import dev.rushlight.hub.cache.KeyMaker;
import dev.rushlight.hub.cache.LayeredCache;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the server said of entities, in the session's memory and in the cache that the session was given, if it was.
 *
 * <p>Nothing depends on a cache: one that fails is reported and passed over. No deleted entity comes back from it, whatever
 * is read or written at the same time. Caches are never called with the session's lock held.
 */
final class CachedEntities {

    private static final Logger LOG = System.getLogger(CachedEntities.class.getName());

    private final EntityCache memory;
    private final EntityCache cache;
    private final KeyMaker keys;
    private final CacheWatch watch = new CacheWatch();

    /** @param far what is behind the memory, perhaps shared with others */
    CachedEntities(EntityCache memory, Optional<EntityCache> far, KeyMaker keys) {
        this.memory = memory;
        this.cache = far.<EntityCache>map(it -> LayeredCache.of(memory, it)).orElse(memory);
        this.keys = keys;
    }

    /** The moment to remember when the server is asked; what it answers is {@link #learn}ed as of then. */
    CacheWatch.Moment now() {
        return watch.now();
    }

    /** To be begun before {@link #find}; what was found counts only if this then still holds under the session's lock. */
    CacheWatch.Look look(EntityKey key) {
        return watch.look(key);
    }

    Optional<JsonObject> find(EntityKey key) {
        return attempt("read", () -> cache.get(text(key))).orElse(Optional.empty());
    }

    /**
     * Adds what the server said to what it said before, without the attributes that are out of date now; but nothing about
     * an entity that was deleted since the server was asked.
     */
    void learn(CacheWatch.Moment asked, EntityKey key, JsonObject news, Collection<String> outdated) {
        watch.begin(key);
        try {
            attempt("written", () -> {
                if (!asked.isBeforeDeletionOf(key)) {
                    add(key, news, outdated);
                }
                if (asked.isBeforeDeletionOf(key)) {
                    cache.remove(text(key));
                }
                return key;
            });
        } finally {
            watch.end(key);
        }
    }

    private void add(EntityKey key, JsonObject news, Collection<String> outdated) {
        var known = cache.get(text(key)).orElse(JsonObject.EMPTY_JSON_OBJECT);
        var entity = Values.JSON.createObjectBuilder(known);
        outdated.forEach(entity::remove);
        news.forEach(entity::add);
        var learned = entity.build();
        if (!learned.equals(known)) {
            cache.put(text(key), learned);
        }
    }

    /** The entity is deleted; called with the session's lock held, and followed by {@link #endDeletion} without it. */
    void beginDeletion(EntityKey key) {
        watch.beginDeletion(key);
    }

    void endDeletion(EntityKey key) {
        try {
            forget(key);
        } finally {
            watch.end(key);
        }
    }

    void forget(EntityKey key) {
        attempt("written", () -> {
            cache.remove(text(key));
            return key;
        });
    }

    /** Forgets what this session knows; what is kept behind its memory stays, because others may share it. */
    void clearMemory() {
        attempt("cleared", () -> {
            memory.clear();
            return memory;
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
