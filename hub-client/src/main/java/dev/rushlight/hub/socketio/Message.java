package dev.rushlight.hub.socketio;

/** Code 3: plain text, which ftrack does not use. */
public record Message(String text) implements Packet {

    @Override
    public void deliverTo(PacketHandler handler) {
        handler.onMessage(text);
    }
}
