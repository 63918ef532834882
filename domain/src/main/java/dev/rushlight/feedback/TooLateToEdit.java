package dev.rushlight.feedback;

/** Others have read this by now. */
public final class TooLateToEdit extends RuntimeException {
    public TooLateToEdit(String why) {
        super(why);
    }
}
