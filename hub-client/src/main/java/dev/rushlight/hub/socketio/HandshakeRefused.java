package dev.rushlight.hub.socketio;

import java.io.IOException;

/** The hub does not accept our credentials: trying again with the same ones is pointless. */
public final class HandshakeRefused extends IOException {

    HandshakeRefused(String user, int status) {
        super("The server refuses user %s (HTTP %s)".formatted(user, status));
    }
}
