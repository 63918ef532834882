package dev.rushlight.hub.socketio;

/** One unit on the wire; a packet knows which method of a {@link PacketHandler} it is for. */
public sealed interface Packet permits Disconnect, Connect, Heartbeat, Message, Json, EventPacket, Ack, Fault, Noop {

    void deliverTo(PacketHandler handler);
}
