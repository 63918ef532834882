package dev.rushlight.hub.peer;

import dev.rushlight.hub.event.Event;
import java.util.OptionalLong;

/** An event as a client sent it: on which connection, with which packet id and wanting an acknowledgement or not. */
public record PeerEvent(PeerConnection connection, OptionalLong packetId, boolean ackWanted, Event event) {

    public String topic() {
        return event.topic();
    }

    public String id() {
        return event.id();
    }
}
