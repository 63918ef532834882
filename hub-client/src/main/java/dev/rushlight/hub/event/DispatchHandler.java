package dev.rushlight.hub.event;

import jakarta.json.JsonValue;
import java.util.Optional;

/** Takes events as an {@link EventHandler} does, and may keep them from the subscribers that come next. */
@FunctionalInterface
public interface DispatchHandler {

    Optional<JsonValue> handle(Event event, Dispatch dispatch);
}
