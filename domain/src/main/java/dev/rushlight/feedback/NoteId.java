package dev.rushlight.feedback;

import java.util.Optional;
import java.util.UUID;

/** Names one note for ever; whoever writes it chooses it, so that writing it twice is writing it once. */
public record NoteId(UUID value) {

    public static NoteId random() {
        return new NoteId(UUID.randomUUID());
    }

    /** Reads an id out of an address; what is no id names nothing. */
    public static Optional<NoteId> parse(String text) {
        try {
            return Optional.of(new NoteId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
