package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The packets of one connection that the hub has yet to answer, and who wants to hear of it; confined to the hub thread. */
final class Unanswered {

    private static final Logger LOG = System.getLogger(Unanswered.class.getName());
    private static final JsonLimits LIMITS = JsonLimits.ofRequest();

    // What nearly every answer says.
    private static final String SUCCESS = "[{\"success\":true}]";

    private final Map<Long, Consumer<Delivery>> waiting = new HashMap<>();

    void add(long packetId, Consumer<Delivery> onAnswer) {
        waiting.put(packetId, onAnswer);
    }

    void forget(long packetId) {
        waiting.remove(packetId);
    }

    boolean contains(long packetId) {
        return waiting.containsKey(packetId);
    }

    void clear() {
        waiting.clear();
    }

    int count() {
        return waiting.size();
    }

    /** Takes an answer; one that says nothing, or that nobody waits for, changes nothing. */
    void answered(long packetId, String json) {
        var asker = waiting.get(packetId);
        if (asker == null) {
            LOG.log(Level.DEBUG, "The hub answered packet {0}, which nobody waits for", packetId);
            return;
        }
        var delivery = read(json);
        if (delivery.isEmpty()) {
            LOG.log(Level.WARNING, "The hub answered packet {0} with neither success nor failure", packetId);
            return;
        }
        waiting.remove(packetId);
        asker.accept(delivery.get());
    }

    private static Optional<Delivery> read(String json) {
        if (json.equals(SUCCESS)) {
            return Optional.of(Delivery.acknowledged());
        }
        JsonArray arguments;
        try {
            arguments = JsonText.parseArray(json, LIMITS);
        } catch (MalformedJson e) {
            return Optional.empty();
        }
        if (arguments.isEmpty() || !(arguments.get(0) instanceof JsonObject answer)) {
            return Optional.empty();
        }
        if (!JsonValue.FALSE.equals(answer.get("success"))) {
            return Optional.of(Delivery.acknowledged());
        }
        var message = answer.get("message") instanceof JsonString text ? text.getString() : "";
        return Optional.of(Delivery.refused(message));
    }
}
