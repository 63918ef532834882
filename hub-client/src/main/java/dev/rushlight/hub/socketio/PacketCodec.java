package dev.rushlight.hub.socketio;

import java.util.OptionalLong;

/**
 * Packets to text and back: {@code code ":" [id ["+"]] ":" [endpoint] [":" data]}.
 *
 * <p>Reading splits at the first three colons only, because data has colons of its own, and ignores the endpoint,
 * which ftrack leaves empty.
 */
public final class PacketCodec {

    private static final int LONGEST_ID = 18;

    private PacketCodec() {}

    public static Packet decode(String text) {
        var first = text.indexOf(':');
        var second = text.indexOf(':', first + 1);
        var third = text.indexOf(':', second + 1);
        if (first >= 0 ? first != 1 || second < 0 : text.length() != 1) {
            throw new MalformedPacket("Not a packet: " + excerpt(text));
        }
        var id = first < 0 ? "" : text.substring(first + 1, second);
        var data = first < 0 || third < 0 ? "" : text.substring(third + 1);
        return switch (text.charAt(0)) {
            case '0' -> new Disconnect();
            case '1' -> new Connect();
            case '2' -> new Heartbeat();
            case '3' -> new Message(data);
            case '4' -> new Json(data);
            case '5' -> event(id, data);
            case '6' -> ack(data);
            case '7' -> fault(data);
            case '8' -> new Noop();
            default -> throw new MalformedPacket("No packet has the code of " + excerpt(text));
        };
    }

    public static String encode(Packet packet) {
        var writer = new Writer();
        packet.deliverTo(writer);
        return writer.text;
    }

    private static EventPacket event(String id, String data) {
        if (data.isEmpty()) {
            throw new MalformedPacket("An event packet without data");
        }
        var ackWanted = id.endsWith("+");
        var digits = ackWanted ? id.substring(0, id.length() - 1) : id;
        if (digits.isEmpty() && ackWanted) {
            throw new MalformedPacket("An event packet asks to acknowledge no id");
        }
        return new EventPacket(
                digits.isEmpty() ? OptionalLong.empty() : OptionalLong.of(number(digits)), ackWanted, data);
    }

    private static Ack ack(String data) {
        var plus = data.indexOf('+');
        var id = number(plus < 0 ? data : data.substring(0, plus));
        var arguments = plus < 0 ? "" : data.substring(plus + 1);
        return new Ack(id, arguments.isBlank() ? "[]" : arguments);
    }

    private static Fault fault(String data) {
        var plus = data.indexOf('+');
        return plus < 0 ? new Fault(data, "") : new Fault(data.substring(0, plus), data.substring(plus + 1));
    }

    private static long number(String digits) {
        if (digits.isEmpty() || digits.length() > LONGEST_ID) {
            throw new MalformedPacket("Not a packet id: " + excerpt(digits));
        }
        var number = 0L;
        for (var i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new MalformedPacket("Not a packet id: " + excerpt(digits));
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static String excerpt(String text) {
        var start = text.length() <= 40 ? text : text.substring(0, 40) + "…";
        return '"' + start.replaceAll("\\p{Cntrl}", "?") + '"';
    }

    private static final class Writer implements PacketHandler {

        private String text = "";

        @Override
        public void onDisconnect() {
            text = "0::";
        }

        @Override
        public void onConnect() {
            text = "1::";
        }

        @Override
        public void onHeartbeat() {
            text = "2::";
        }

        @Override
        public void onMessage(String message) {
            text = "3:::" + message;
        }

        @Override
        public void onJson(String json) {
            text = "4:::" + json;
        }

        @Override
        public void onEvent(OptionalLong id, boolean ackWanted, String json) {
            text = "5:" + (id.isPresent() ? id.getAsLong() : "") + (ackWanted ? "+" : "") + "::" + json;
        }

        @Override
        public void onAck(long id, String json) {
            text = "6:::" + id + "+" + json;
        }

        @Override
        public void onFault(String reason, String advice) {
            text = "7:::" + reason + "+" + advice;
        }

        @Override
        public void onNoop() {
            throw new IllegalArgumentException("A noop packet is never written");
        }
    }
}
