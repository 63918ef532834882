package dev.rushlight.connection;

/** A connection is kept as long as it owes something or items came through it. */
public final class ConnectionInUse extends RuntimeException {
    public ConnectionInUse(String message) {
        super(message);
    }
}
