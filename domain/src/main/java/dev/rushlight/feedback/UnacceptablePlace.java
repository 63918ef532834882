package dev.rushlight.feedback;

/** This version has no such place. */
public final class UnacceptablePlace extends RuntimeException {
    public UnacceptablePlace(String message) {
        super(message);
    }
}
