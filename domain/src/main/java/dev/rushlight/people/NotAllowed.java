package dev.rushlight.people;

/** A person tried what their role does not allow. */
public final class NotAllowed extends RuntimeException {
    public NotAllowed(String message) {
        super(message);
    }
}
