package dev.rushlight.hub.socketio;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The server's answer to a handshake, {@code sid:heartbeat:close:transports}: a session id to open the WebSocket with,
 * how long each side may be silent (zero if the server does not say) and what it speaks.
 */
public record Handshake(String sid, Duration heartbeat, Duration close, List<String> transports) {

    private static final Pattern SID = Pattern.compile("[A-Za-z0-9._~-]{1,200}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{0,6}");

    public Handshake {
        if (!SID.matcher(sid).matches()) {
            throw new MalformedHandshake("The session id is empty, too long or has odd characters");
        }
        transports = List.copyOf(transports);
    }

    public static Handshake parse(String text) {
        var fields = text.strip().split(":", -1);
        if (fields.length < 4) {
            throw new MalformedHandshake("The answer has %s fields, not 4".formatted(fields.length));
        }
        return new Handshake(fields[0], seconds(fields[1]), seconds(fields[2]), List.of(fields[3].split(",")));
    }

    public String format() {
        return sid + ":" + heartbeat.toSeconds() + ":" + close.toSeconds() + ":" + String.join(",", transports);
    }

    public boolean offersWebSocket() {
        return transports.contains("websocket");
    }

    private static Duration seconds(String text) {
        if (!SECONDS.matcher(text).matches()) {
            throw new MalformedHandshake("A time of the answer is not a number of seconds");
        }
        return text.isEmpty() ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(text));
    }

    /** The session id opens a connection, so it prints no more than a key does. */
    @Override
    public String toString() {
        return "Handshake[sid=***, heartbeat=%s, close=%s, transports=%s]".formatted(heartbeat, close, transports);
    }
}
