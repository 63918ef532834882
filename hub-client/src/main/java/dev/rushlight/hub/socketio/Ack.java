package dev.rushlight.hub.socketio;

/** Code 6: the answer to the packet with this id; {@code json} is the array of arguments, {@code []} if none came. */
public record Ack(long id, String json) implements Packet {

    public Ack {
        if (id < 0) {
            throw new IllegalArgumentException("Packet ids are not negative, as " + id + " is");
        }
    }

    @Override
    public void deliverTo(PacketHandler handler) {
        handler.onAck(id, json);
    }
}
