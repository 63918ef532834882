package dev.rushlight.connection;

/** Something that was typed about a connection cannot be right; the message says what. */
public final class UnacceptableConnection extends RuntimeException {
    public UnacceptableConnection(String message) {
        super(message);
    }
}
