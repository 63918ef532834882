package dev.rushlight.review;

/** Somebody else changed it in the meantime. */
public final class StalePolicy extends RuntimeException {
    public StalePolicy(String message) {
        super(message);
    }
}
