package dev.rushlight.hub.cache;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps what the server said of entities, by key; forgetting something is always allowed.
 *
 * <p>Implementations may be called by several threads at once. A value is the entity's JSON object as the wire has it,
 * {@code __entity_type__} and primary key included.
 */
public interface EntityCache extends AutoCloseable {

    Optional<JsonObject> get(String key);

    void put(String key, JsonObject entity);

    void remove(String key);

    Set<String> keys();

    void clear();

    /** Lets go of files and memory; what was kept in files stays. */
    @Override
    void close();
}
