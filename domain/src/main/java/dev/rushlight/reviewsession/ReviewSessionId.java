package dev.rushlight.reviewsession;

import java.util.Optional;
import java.util.UUID;

/** Names one review session. */
public record ReviewSessionId(UUID value) {

    public static ReviewSessionId random() {
        return new ReviewSessionId(UUID.randomUUID());
    }

    /** Reads an id out of an address; what is no id names nothing. */
    public static Optional<ReviewSessionId> parse(String text) {
        try {
            return Optional.of(new ReviewSessionId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
