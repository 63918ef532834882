package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A studio with its people, entities and media, and its answers to batches of operations. */
public final class Studio {

    private static final JsonProvider JSON = JsonProvider.provider();

    private final String origin;
    private final Clock clock;
    private final Shelf shelf;
    private final Schemas schemas = new Schemas();
    private final Map<String, String> keys = new ConcurrentHashMap<>();

    /** Guarded by this. */
    private Rows rows;

    /** What goes back to the client: a status, and a list of results or one error object. */
    public record Reply(int status, String body) {}

    /** @param origin what comes before the paths of all its addresses */
    public Studio(String origin, Clock clock) {
        this.origin = origin;
        this.clock = clock;
        this.shelf = new Shelf(origin);
        this.rows = new Rows(schemas, origin);
        Seed.into(rows);
    }

    /** Lets a person in, who is a User from now on. */
    public synchronized void admit(String user, String key) {
        keys.put(user, key);
        rows.put(Seed.user(user));
    }

    public boolean knows(String user, String key) {
        return key.equals(keys.get(user));
    }

    public Shelf shelf() {
        return shelf;
    }

    /** Does all operations of a request, or none if one of them is refused. */
    public Reply answer(String body, String user, String key, boolean strict) {
        try {
            if (!knows(user, key)) {
                throw new Refused(
                        "InvalidCredentialsError",
                        "The supplied API key is not valid. Check the user name and the key.",
                        401);
            }
            return new Reply(200, run(operations(body), user).toString());
        } catch (Refused e) {
            return new Reply(strict ? e.status() : 200, e.json().toString());
        } catch (RuntimeException e) {
            // A defect of this server must not look like a lost connection.
            return new Reply(
                    500,
                    new Refused("InternalServerError", e.toString(), 500).json().toString());
        }
    }

    /** The action of each operation in a request, in order; none if the request cannot be read. */
    public static List<String> actions(String body) {
        try {
            return operations(body).getValuesAs(JsonObject.class).stream()
                    .map(it -> it.getString("action", ""))
                    .toList();
        } catch (Refused e) {
            return List.of();
        }
    }

    String origin() {
        return origin;
    }

    JsonObject information() {
        return JSON.createObjectBuilder()
                .add("version", "4.14.0")
                .add("schema_hash", schemas.hash())
                .add("storage_scenario", JsonValue.NULL)
                .add("is_timezone_support_enabled", true)
                .build();
    }

    void giveKey(String user, String key) {
        keys.put(user, key);
    }

    private synchronized JsonArray run(JsonArray operations, String user) {
        var copy = rows.copy();
        var results = new Batch(this, copy, user, clock.instant()).run(operations);
        rows = copy;
        return results;
    }

    private static JsonArray operations(String body) {
        try (var reader = JSON.createReader(new StringReader(body))) {
            return Optional.of(reader.readValue())
                    .filter(JsonArray.class::isInstance)
                    .map(JsonValue::asJsonArray)
                    .filter(list -> list.stream()
                            .allMatch(it -> it instanceof JsonObject operation && operation.containsKey("action")))
                    .orElseThrow(() -> Refused.unreadable("A list of operations is expected"));
        } catch (JsonException e) {
            throw Refused.unreadable("The request is no JSON");
        }
    }
}
