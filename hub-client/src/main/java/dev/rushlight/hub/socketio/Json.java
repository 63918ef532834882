package dev.rushlight.hub.socketio;

/** Code 4: a bare JSON value, which ftrack does not use. */
public record Json(String json) implements Packet {

    @Override
    public void deliverTo(PacketHandler handler) {
        handler.onJson(json);
    }
}
