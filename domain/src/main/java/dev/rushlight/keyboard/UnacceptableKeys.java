package dev.rushlight.keyboard;

/** Keys cannot be arranged like this. */
public final class UnacceptableKeys extends RuntimeException {

    public UnacceptableKeys(String message) {
        super(message);
    }
}
