package dev.rushlight.hub.socketio;

import java.util.OptionalLong;

/** Code 5: an event as JSON text; from clients with an id to acknowledge, from servers always without one. */
public record EventPacket(OptionalLong id, boolean ackWanted, String json) implements Packet {

    public EventPacket {
        if (id.isPresent() && id.getAsLong() < 0) {
            throw new IllegalArgumentException("Packet ids are not negative, as " + id.getAsLong() + " is");
        }
        if (ackWanted && id.isEmpty()) {
            throw new IllegalArgumentException("An event without an id cannot be acknowledged");
        }
    }

    /** As a server sends it. */
    public static EventPacket of(String json) {
        return new EventPacket(OptionalLong.empty(), false, json);
    }

    /** As a client sends it. */
    public static EventPacket withAck(long id, String json) {
        return new EventPacket(OptionalLong.of(id), true, json);
    }

    @Override
    public void deliverTo(PacketHandler handler) {
        handler.onEvent(id, ackWanted, json);
    }
}
