package dev.rushlight.feedback;

/** A note says nothing and shows nothing. */
public final class EmptyNote extends RuntimeException {
    public EmptyNote() {
        super("A note needs words or a drawing");
    }
}
