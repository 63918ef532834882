package dev.rushlight.feedback;

/** Somebody else, or something else, has this id already. */
public final class NoteIdTaken extends RuntimeException {
    public NoteIdTaken(NoteId id) {
        super("The id %s belongs to another note".formatted(id));
    }
}
