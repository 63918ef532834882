package dev.rushlight.hub.socketio;

/** Code 0: the sender ends the connection. */
public record Disconnect() implements Packet {

    @Override
    public void deliverTo(PacketHandler handler) {
        handler.onDisconnect();
    }
}
