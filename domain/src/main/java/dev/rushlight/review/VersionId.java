package dev.rushlight.review;

import java.util.Optional;
import java.util.UUID;

/** Names one version of a review item. */
public record VersionId(UUID value) {

    public static VersionId random() {
        return new VersionId(UUID.randomUUID());
    }

    /** Reads an id out of an address; what is no id names nothing. */
    public static Optional<VersionId> parse(String text) {
        try {
            return Optional.of(new VersionId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
