package dev.rushlight.hub.peer;

import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventFrame;
import dev.rushlight.hub.event.Expression;
import dev.rushlight.hub.event.MetaTopics;
import dev.rushlight.hub.socketio.EventPacket;
import dev.rushlight.hub.socketio.Heartbeat;
import dev.rushlight.hub.socketio.PacketCodec;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The server's end of one WebSocket, written byte by byte so that every misdeed is possible. */
public final class PeerConnection {

    private static final int TEXT = 0x1;
    private static final int CLOSE = 0x8;
    private static final int PING = 0x9;
    private static final int PONG = 0xA;
    private static final int LAST = 0x80;
    private static final int PIECE = 64 << 10;
    private static final JsonLimits LIMITS = new JsonLimits(32 << 20, 64);

    private final ScriptedPeer peer;
    private final Socket socket;
    private final InputStream in;
    private final ScriptedPeer.HttpRequest request;
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final Map<String, Subscribed> subscriptions = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean mute;
    private volatile Duration pause = Duration.ZERO;

    private record Subscribed(Expression expression, JsonObject subscriber) {}

    PeerConnection(ScriptedPeer peer, Socket socket, InputStream in, ScriptedPeer.HttpRequest request) {
        this.peer = peer;
        this.socket = socket;
        this.in = in;
        this.request = request;
    }

    public ScriptedPeer.HttpRequest request() {
        return request;
    }

    /** Every text that came, in order. */
    public List<String> texts() {
        return texts;
    }

    /** The next text that is exactly this; others before it are dropped. */
    public void awaitText(String text) {
        try {
            for (var next = unread.poll(10, TimeUnit.SECONDS); ; next = unread.poll(10, TimeUnit.SECONDS)) {
                if (next == null) {
                    throw new AssertionError("The peer did not get " + text);
                }
                if (next.equals(text)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Whether the client's side ended, within ten seconds. */
    public boolean awaitEnd() {
        return awaitEndWithin(Duration.ofSeconds(10));
    }

    public boolean awaitEndWithin(Duration longest) {
        try {
            return over.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public int subscriptionCount() {
        return subscriptions.size();
    }

    /** What a hub does with an event: registers subscriptions, acknowledges, and delivers to this connection. */
    public void behave(PeerEvent received) {
        note(received);
        acknowledge(received);
        deliver(received.event());
    }

    /** Registers subscriptions without an answer. */
    public void note(PeerEvent received) {
        var data = received.event().dataObject();
        if (received.topic().equals(MetaTopics.SUBSCRIBE)) {
            var subscriber = data.getJsonObject("subscriber");
            subscriptions.put(
                    subscriber.getString("id"),
                    new Subscribed(Expression.compile(data.getString("subscription")), subscriber));
        } else if (received.topic().equals(MetaTopics.UNSUBSCRIBE)) {
            subscriptions.remove(data.getJsonObject("subscriber").getString("id"));
        }
    }

    public void acknowledge(PeerEvent received) {
        received.packetId().ifPresent(id -> send("6:::" + id + "+[{\"success\":true}]"));
    }

    /** Delivers an event once if any subscription wants it. */
    public void deliver(Event event) {
        var json = event.toJson();
        var wanted = subscriptions.values().stream()
                .anyMatch(it -> it.expression().matches(json)
                        && (event.target().isEmpty()
                                || Expression.compile(event.target()).matches(it.subscriber())));
        if (wanted) {
            send("5:::" + EventFrame.write(event));
        }
    }

    public void heartbeat() {
        send(PacketCodec.encode(new Heartbeat()));
    }

    public void send(String text) {
        write(LAST | TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends one text in several frames of at most so many bytes. */
    public void sendFragmented(String text, int size) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        for (var from = 0; from < bytes.length; from += size) {
            var to = Math.min(bytes.length, from + size);
            var code = (from == 0 ? TEXT : 0) | (to == bytes.length ? LAST : 0);
            write(code, Arrays.copyOfRange(bytes, from, to));
        }
    }

    /** Announces a frame of 100 bytes, sends ten, and leaves. */
    public void sendHalfAFrame() {
        writeRaw(new byte[] {(byte) (LAST | TEXT), 100, '5', ':', ':', ':', '{', '"', 'a', '"', ':', '1'});
        abort();
    }

    /** A clean WebSocket close and nothing before it. */
    public void closeBarely() {
        write(LAST | CLOSE, new byte[] {3, (byte) 0xe8});
    }

    /** Goodbye as a hub says it. */
    public void closeDecently() {
        send("0::");
        closeBarely();
    }

    /** Resets the connection. */
    public void abort() {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It was gone already.
            return;
        }
    }

    /** From now on so much time passes before each 64 KiB are read, and before what a smaller frame has. */
    public void readSlowly(Duration each) {
        pause = each;
    }

    /** From now on nothing is sent or answered, while the connection stays open: a half-open link. */
    public void fallSilent() {
        mute = true;
    }

    void accept() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-1")
                    .digest((request.headers().get("sec-websocket-key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                            .getBytes(StandardCharsets.ISO_8859_1));
            writeRaw(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(digest) + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
        } catch (NoSuchAlgorithmException e) {
            throw new IOException(e);
        }
        send("1::");
    }

    void run() {
        try {
            while (readFrame()) {
                continue;
            }
            socket.close();
        } catch (IOException e) {
            // A connection that ends abruptly is what many tests are about.
            over.countDown();
        } finally {
            over.countDown();
            peer.ended(this);
        }
    }

    private boolean readFrame() throws IOException {
        var message = new ByteArrayOutputStream();
        var code = 0;
        while (true) {
            var head = readByte();
            var payload = readPayload();
            var frameCode = head & 0xf;
            if (frameCode >= CLOSE) {
                return control(frameCode, payload);
            }
            code = frameCode == 0 ? code : frameCode;
            message.write(payload);
            if ((head & LAST) != 0) {
                received(message.toString(StandardCharsets.UTF_8));
                return true;
            }
        }
    }

    private boolean control(int code, byte[] payload) {
        if (code == PING && peer.answersPings()) {
            write(LAST | PONG, payload);
        }
        if (code == CLOSE) {
            write(LAST | CLOSE, payload);
        }
        return code != CLOSE;
    }

    private void received(String text) {
        texts.add(text);
        unread.add(text);
        if (!mute && PacketCodec.decode(text) instanceof EventPacket packet) {
            var event = EventFrame.read(packet.json(), LIMITS);
            peer.received(this, new PeerEvent(this, packet.id(), packet.ackWanted(), event));
        }
    }

    private byte[] readPayload() throws IOException {
        long length = readByte() & 0x7f;
        if (length == 126) {
            length = readByte() << 8 | readByte();
        } else if (length == 127) {
            length = 0;
            for (var i = 0; i < 8; i++) {
                length = length << 8 | readByte();
            }
        }
        var mask = in.readNBytes(4);
        var payload = new byte[(int) length];
        for (var at = 0; at < length; at += PIECE) {
            if (!pause.isZero()) {
                awaitEndWithin(pause);
            }
            var piece = (int) Math.min(PIECE, length - at);
            if (in.readNBytes(payload, at, piece) < piece) {
                throw new EOFException();
            }
        }
        for (var i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i & 3];
        }
        return payload;
    }

    private int readByte() throws IOException {
        var b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    private void write(int code, byte[] payload) {
        var frame = new ByteArrayOutputStream();
        frame.write(code);
        if (payload.length < 126) {
            frame.write(payload.length);
        } else if (payload.length < 1 << 16) {
            frame.write(126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(127);
            for (var shift = 56; shift >= 0; shift -= 8) {
                frame.write((int) ((long) payload.length >> shift));
            }
        }
        frame.writeBytes(payload);
        if (!mute) {
            writeRaw(frame.toByteArray());
        }
    }

    private synchronized void writeRaw(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            // The client went away; whoever waits for it will notice.
            return;
        }
    }
}
