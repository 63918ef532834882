package dev.rushlight.web.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** A list that takes entries until the next would make it too long; confined to one answer. */
final class Bounded {
    private final JsonArrayBuilder entries = Json.createArrayBuilder();
    private int left;
    private int taken;
    private boolean truncated;

    /** @param most how many bytes the list may have */
    Bounded(int most) {
        left = most;
    }

    /** Whether it was taken; after the first that was not, none is. */
    boolean add(JsonObject entry) {
        var length = lengthOf(entry) + 1;
        truncated = truncated || length > left;
        if (!truncated) {
            entries.add(entry);
            left -= length;
            taken++;
        }
        return !truncated;
    }

    /** Takes it however long it is. */
    void force(JsonObject entry) {
        entries.add(entry);
        left -= lengthOf(entry) + 1;
        taken++;
    }

    boolean isEmpty() {
        return taken == 0;
    }

    boolean truncated() {
        return truncated;
    }

    JsonArray entries() {
        return entries.build();
    }

    static int lengthOf(JsonObject entry) {
        return entry.toString().getBytes(UTF_8).length;
    }
}
