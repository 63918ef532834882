package dev.rushlight.review;

/** The undo grace is over, or a later decision followed. */
public final class TooLateToUndo extends RuntimeException {
    public TooLateToUndo(String message) {
        super(message);
    }
}
