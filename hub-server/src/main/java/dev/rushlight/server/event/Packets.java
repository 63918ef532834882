package dev.rushlight.server.event;

import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventFrame;
import dev.rushlight.hub.socketio.Ack;
import dev.rushlight.hub.socketio.Connect;
import dev.rushlight.hub.socketio.Disconnect;
import dev.rushlight.hub.socketio.EventPacket;
import dev.rushlight.hub.socketio.Heartbeat;
import dev.rushlight.hub.socketio.PacketCodec;

/** The packets that the hub sends. */
final class Packets {
    static final Message CONNECT = Message.of(PacketCodec.encode(new Connect()));
    static final Message HEARTBEAT = Message.of(PacketCodec.encode(new Heartbeat()));
    static final Message DISCONNECT = Message.of(PacketCodec.encode(new Disconnect()));

    private Packets() {}

    /** Without an id: the JavaScript client cannot read one. */
    static Message event(Event event) {
        return Message.of(PacketCodec.encode(EventPacket.of(EventFrame.write(event))));
    }

    static Message acknowledgement(long id, Answer answer) {
        return Message.of(PacketCodec.encode(new Ack(id, answer.arguments())));
    }
}
