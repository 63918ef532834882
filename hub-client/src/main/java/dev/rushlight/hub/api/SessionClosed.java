package dev.rushlight.hub.api;

/** A session was used after it was closed. */
public final class SessionClosed extends RuntimeException {

    SessionClosed() {
        super("The session is closed");
    }
}
