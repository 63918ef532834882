package dev.rushlight.feedback;

/** A note is longer than anybody reads. */
public final class NoteTooLong extends RuntimeException {
    public NoteTooLong(int length) {
        super("A note may have %d characters, not %d".formatted(NoteText.LONGEST, length));
    }
}
