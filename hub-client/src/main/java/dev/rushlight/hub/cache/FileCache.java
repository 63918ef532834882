package dev.rushlight.hub.cache;

import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps entities in a directory that several processes may share: one file each, replaced as a whole.
 *
 * <p>A file that cannot be read, that is cut short, too large, of another version or of another entity counts as none
 * and is replaced by the next put. Trouble with files is logged, not thrown. The directory is made on the first put,
 * for its owner alone where the file system knows owners.
 *
 * <p>A server lets each user see something else, so each server and user needs a directory of its own.
 */
public final class FileCache implements EntityCache {

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
    private static final JsonNumber VERSION = Json.createValue(1);
    private static final JsonLimits LARGEST = JsonLimits.ofRequest();
    private static final int MOST_ENTITIES = 100_000;
    private static final Duration OLDEST = Duration.ofDays(30);

    private final CacheDirectory directory;
    private volatile boolean closed;

    FileCache(Path directory, int mostEntities, Duration oldest, Clock clock) {
        this.directory = new CacheDirectory(directory, mostEntities, oldest, clock);
    }

    /** A cache of at most 100,000 entities, none older than 30 days. */
    public static FileCache in(Path directory) {
        return in(directory, MOST_ENTITIES, OLDEST);
    }

    /**
     * A cache with bounds of its own: what is older counts as none, and of too many the oldest go.
     *
     * <p>Room is made after a sixteenth more was put, so for a moment each process may keep that much too many.
     */
    public static FileCache in(Path directory, int mostEntities, Duration oldest) {
        return new FileCache(directory, mostEntities, oldest, Clock.systemUTC());
    }

    @Override
    public Optional<JsonObject> get(String key) {
        if (closed) {
            return Optional.empty();
        }
        return directory
                .read(fileOf(key), LARGEST.maxBytes())
                .flatMap(FileCache::document)
                .filter(document -> key.equals(document.getString("key")))
                .map(document -> document.getJsonObject("entity"));
    }

    /** Keeps the entity; one of more than a megabyte is forgotten instead. */
    @Override
    public void put(String key, JsonObject entity) {
        if (closed) {
            return;
        }
        var text = JSON.createObjectBuilder()
                .add("version", VERSION)
                .add("key", key)
                .add("entity", entity)
                .build()
                .toString();
        if (JsonText.isWholeText(text) && JsonText.utf8Length(text) <= LARGEST.maxBytes()) {
            directory.write(fileOf(key), text.getBytes(StandardCharsets.UTF_8));
        } else {
            directory.delete(fileOf(key));
        }
    }

    @Override
    public void remove(String key) {
        if (!closed) {
            directory.delete(fileOf(key));
        }
    }

    /** The keys of all files, each of which is read for it. */
    @Override
    public Set<String> keys() {
        var keys = new HashSet<String>();
        if (!closed) {
            for (var name : directory.names()) {
                directory
                        .read(name, LARGEST.maxBytes())
                        .flatMap(FileCache::document)
                        .map(document -> document.getString("key"))
                        .filter(key -> fileOf(key).equals(name))
                        .ifPresent(keys::add);
            }
        }
        return Set.copyOf(keys);
    }

    @Override
    public void clear() {
        if (!closed) {
            directory.names().forEach(directory::delete);
        }
    }

    /** What is in the directory stays there; this cache answers nothing any more. */
    @Override
    public void close() {
        closed = true;
    }

    @Override
    public String toString() {
        return "FileCache[" + directory.path() + "]";
    }

    private static String fileOf(String key) {
        return Sha256.hex(key) + CacheDirectory.SUFFIX;
    }

    /** A file's content, if it is a whole one of our version. */
    private static Optional<JsonObject> document(byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            var document = JsonText.parseObject(text.toString(), LARGEST);
            return isOurs(document) ? Optional.of(document) : Optional.empty();
        } catch (CharacterCodingException | MalformedJson e) {
            return Optional.empty();
        }
    }

    private static boolean isOurs(JsonObject document) {
        return VERSION.equals(document.get("version"))
                && isOf(document, "key", JsonValue.ValueType.STRING)
                && isOf(document, "entity", JsonValue.ValueType.OBJECT);
    }

    private static boolean isOf(JsonObject document, String name, JsonValue.ValueType type) {
        var value = document.get(name);
        return value != null && value.getValueType() == type;
    }
}
