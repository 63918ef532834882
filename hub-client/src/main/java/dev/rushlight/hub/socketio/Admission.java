package dev.rushlight.hub.socketio;

import java.util.Map;

/** A handshake that succeeded, with the cookies that lead a load balancer to the server that knows it. */
public record Admission(Handshake handshake, Map<String, String> cookies) {

    @Override
    public String toString() {
        return "Admission[" + handshake + ", cookies=" + cookies.keySet() + "]";
    }
}
