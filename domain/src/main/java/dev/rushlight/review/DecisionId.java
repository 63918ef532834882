package dev.rushlight.review;

import java.util.Optional;
import java.util.UUID;

/** Names one recorded decision. */
public record DecisionId(UUID value) {

    public static DecisionId random() {
        return new DecisionId(UUID.randomUUID());
    }

    /** Reads an id out of an address; what is no id names nothing. */
    public static Optional<DecisionId> parse(String text) {
        try {
            return Optional.of(new DecisionId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
