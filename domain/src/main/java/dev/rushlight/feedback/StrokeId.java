package dev.rushlight.feedback;

import java.util.Optional;
import java.util.UUID;

/** Names one stroke for ever; whoever draws it chooses it, so that drawing it twice is drawing it once. */
public record StrokeId(UUID value) {

    public static StrokeId random() {
        return new StrokeId(UUID.randomUUID());
    }

    /** Reads an id out of an address; what is no id names nothing. */
    public static Optional<StrokeId> parse(String text) {
        try {
            return Optional.of(new StrokeId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
