package dev.rushlight.feedback;

/** There is no such note, or it is not for these eyes. */
public final class NoSuchNote extends RuntimeException {
    public NoSuchNote(NoteId id) {
        super("There is no note " + id);
    }
}
