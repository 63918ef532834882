package dev.rushlight.people;

/** A password that is too short or too long. */
public final class UnacceptablePassword extends RuntimeException {
    public UnacceptablePassword(String message) {
        super(message);
    }
}
