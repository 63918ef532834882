package dev.rushlight.hub.socketio;

/** Code 7: something went wrong, with a reason and perhaps an advice such as {@code reconnect}. */
public record Fault(String reason, String advice) implements Packet {

    @Override
    public void deliverTo(PacketHandler handler) {
        handler.onFault(reason, advice);
    }
}
