package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;

/** There is no such connection. */
public final class NoSuchConnection extends RuntimeException {
    public NoSuchConnection(ConnectionId id) {
        super("There is no connection " + id);
    }
}
