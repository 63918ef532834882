package dev.rushlight.feedback;

/** More strokes than anybody could see. */
public final class TooManyStrokes extends RuntimeException {
    public TooManyStrokes(String message) {
        super(message);
    }
}
