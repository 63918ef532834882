package dev.rushlight.hub.socketio;

/** Code 1: the server has taken the connection. */
public record Connect() implements Packet {

    @Override
    public void deliverTo(PacketHandler handler) {
        handler.onConnect();
    }
}
