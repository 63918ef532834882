package dev.rushlight.hub.socketio;

/** Code 8: nothing; read, but never written because it ends the Python client's reader. */
public record Noop() implements Packet {

    @Override
    public void deliverTo(PacketHandler handler) {
        handler.onNoop();
    }
}
