package dev.rushlight.hub.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/** Keeps entities in memory, the useful ones longest, and never more of them than it was told. */
public final class MemoryCache implements EntityCache {

    private final Cache<String, JsonObject> entities;

    /** A cache for so many entities, whatever their size. */
    public MemoryCache(long mostEntities) {
        this(withoutThreads().maximumSize(positive(mostEntities)).build());
    }

    private MemoryCache(Cache<String, JsonObject> entities) {
        this.entities = entities;
    }

    /** A cache for so many characters of keys and of JSON text; what alone is larger is not kept at all. */
    public static MemoryCache ofCharacters(long mostCharacters) {
        return new MemoryCache(withoutThreads()
                .maximumWeight(positive(mostCharacters))
                .weigher((String key, JsonObject entity) ->
                        key.length() + entity.toString().length())
                .build());
    }

    @Override
    public Optional<JsonObject> get(String key) {
        return Optional.ofNullable(entities.getIfPresent(key));
    }

    @Override
    public void put(String key, JsonObject entity) {
        entities.put(key, entity);
    }

    @Override
    public void remove(String key) {
        entities.invalidate(key);
    }

    @Override
    public Set<String> keys() {
        return Set.copyOf(entities.asMap().keySet());
    }

    @Override
    public void clear() {
        entities.invalidateAll();
    }

    @Override
    public void close() {
        clear();
    }

    /** Whoever puts makes the room for it. */
    private static Caffeine<Object, Object> withoutThreads() {
        return Caffeine.newBuilder().executor(Runnable::run);
    }

    private static long positive(long most) {
        if (most < 1) {
            throw new IllegalArgumentException("A memory cache has room for at least 1, not for " + most);
        }
        return most;
    }
}
