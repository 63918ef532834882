package dev.rushlight.hub.event;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** A part of an expression that holds or does not. */
interface Condition {

    boolean holds(JsonObject json);

    /** The topic without which this cannot hold. */
    default Optional<String> requiredTopic() {
        return Optional.empty();
    }

    /** Holds if one of its parts does. */
    record AnyOf(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(JsonObject json) {
            for (var part : parts) {
                if (part.holds(json)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Holds if all of its parts do. */
    record AllOf(List<Condition> parts) implements Condition {
        @Override
        public boolean holds(JsonObject json) {
            for (var part : parts) {
                if (!part.holds(json)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Optional<String> requiredTopic() {
            return parts.stream().flatMap(part -> part.requiredTopic().stream()).findFirst();
        }
    }

    /** Holds if its part does not. */
    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(JsonObject json) {
            return !part.holds(json);
        }
    }
}
