package dev.rushlight.feedback;

/** Where a note stands. */
public enum NoteState {
    OPEN,
    RESOLVED,
    DELETED
}
