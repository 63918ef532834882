package dev.rushlight.hub.socketio;

/** The answer to a handshake is not one. */
public final class MalformedHandshake extends RuntimeException {

    MalformedHandshake(String reason) {
        super(reason);
    }
}
