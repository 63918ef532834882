package dev.rushlight.people;

/** A display name that is blank or longer than 100 characters. */
public final class UnacceptableDisplayName extends RuntimeException {
    public UnacceptableDisplayName(String message) {
        super(message);
    }
}
