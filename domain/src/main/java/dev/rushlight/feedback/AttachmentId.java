package dev.rushlight.feedback;

import java.util.Optional;
import java.util.UUID;

/** Names one attached file for ever; whoever attaches it chooses it, so that attaching it twice is attaching it once. */
public record AttachmentId(UUID value) {

    public static AttachmentId random() {
        return new AttachmentId(UUID.randomUUID());
    }

    /** Reads an id out of an address; what is no id names nothing. */
    public static Optional<AttachmentId> parse(String text) {
        try {
            return Optional.of(new AttachmentId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
