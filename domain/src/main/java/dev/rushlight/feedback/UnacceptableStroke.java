package dev.rushlight.feedback;

/** This cannot be drawn. */
public final class UnacceptableStroke extends RuntimeException {
    public UnacceptableStroke(String message) {
        super(message);
    }
}
