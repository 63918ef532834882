package dev.rushlight.server.event;

import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;

/** Why the hub ends a connection. */
enum Ending {
    UNKNOWN_HANDSHAKE(CloseCodes.VIOLATED_POLICY, "unknown or used handshake"),
    CLIENT_LEFT(CloseCodes.NORMAL_CLOSURE, "goodbye"),
    MESSAGE_TOO_LONG(CloseCodes.TOO_BIG, "message too long"),
    TOO_MANY_MALFORMED(CloseCodes.VIOLATED_POLICY, "too many malformed messages"),
    SILENT(CloseCodes.GOING_AWAY, "nothing heard for too long"),
    TOO_SLOW(CloseCodes.TRY_AGAIN_LATER, "messages are not read fast enough"),
    ACCOUNT_WITHDRAWN(CloseCodes.VIOLATED_POLICY, "key or account withdrawn"),
    SHUTDOWN(CloseCodes.GOING_AWAY, "the hub stops");

    private final CloseReason closeReason;

    Ending(CloseCodes code, String phrase) {
        this.closeReason = new CloseReason(code, phrase);
    }

    /** Whether this is how connections are meant to end. */
    boolean isOrderly() {
        return this == CLIENT_LEFT || this == SHUTDOWN;
    }

    CloseReason closeReason() {
        return closeReason;
    }
}
