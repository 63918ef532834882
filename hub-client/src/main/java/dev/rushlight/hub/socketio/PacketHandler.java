package dev.rushlight.hub.socketio;

import java.util.OptionalLong;

/** Takes packets by kind, so that a new kind does not compile until everybody has an answer to it. */
public interface PacketHandler {

    void onDisconnect();

    void onConnect();

    void onHeartbeat();

    void onMessage(String text);

    void onJson(String json);

    void onEvent(OptionalLong id, boolean ackWanted, String json);

    void onAck(long id, String json);

    void onFault(String reason, String advice);

    void onNoop();
}
