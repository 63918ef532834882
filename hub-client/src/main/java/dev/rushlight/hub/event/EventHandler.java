package dev.rushlight.hub.event;

import jakarta.json.JsonValue;
import java.util.Optional;

/** Takes events; what it answers, if anything, is sent as a reply to whoever published the event. */
@FunctionalInterface
public interface EventHandler {

    Optional<JsonValue> handle(Event event);
}
