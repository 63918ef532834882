package dev.rushlight.feedback;

/** More notes than anybody could work through. */
public final class TooManyNotes extends RuntimeException {
    public TooManyNotes(String message) {
        super(message);
    }
}
