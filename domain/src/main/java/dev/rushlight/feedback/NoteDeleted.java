package dev.rushlight.feedback;

/** Nothing more is done with a note that was deleted. */
public final class NoteDeleted extends RuntimeException {
    public NoteDeleted(NoteId id) {
        super("The note %s was deleted".formatted(id));
    }
}
