package dev.rushlight.hub.api;

import dev.rushlight.hub.cache.EntityCache;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/** Keeps nothing. */
final class NoCache implements EntityCache {
    @Override
    public Optional<JsonObject> get(String key) {
        return Optional.empty();
    }

    @Override
    public void put(String key, JsonObject entity) {}

    @Override
    public void remove(String key) {}

    @Override
    public Set<String> keys() {
        return Set.of();
    }

    @Override
    public void clear() {}

    @Override
    public void close() {}
}
