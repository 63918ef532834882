package dev.rushlight.hub.socketio;

/** The text is not a packet. */
public final class MalformedPacket extends RuntimeException {

    MalformedPacket(String reason) {
        super(reason);
    }
}
