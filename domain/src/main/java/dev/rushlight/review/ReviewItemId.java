package dev.rushlight.review;

import java.util.Optional;
import java.util.UUID;

/** Names one line of work under review. */
public record ReviewItemId(UUID value) {

    public static ReviewItemId random() {
        return new ReviewItemId(UUID.randomUUID());
    }

    /** Reads an id out of an address; what is no id names nothing. */
    public static Optional<ReviewItemId> parse(String text) {
        try {
            return Optional.of(new ReviewItemId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
