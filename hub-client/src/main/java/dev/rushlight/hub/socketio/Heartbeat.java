package dev.rushlight.hub.socketio;

/** Code 2: the server's sign of life, and the client's answer to it. */
public record Heartbeat() implements Packet {

    @Override
    public void deliverTo(PacketHandler handler) {
        handler.onHeartbeat();
    }
}
