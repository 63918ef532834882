package dev.rushlight.hub.peer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * A hub that does as little as a hub can, so that measurements are about its client: it takes every handshake, reads no
 * JSON, acknowledges by packet id, beats, and sends what it is given.
 */
public final class FastPeer implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;
    private static final int TEXT = 0x81;
    private static final int PING = 0x89;
    private static final int PONG = 0x8A;
    private static final int CLOSE = 0x88;
    private static final int BEAT_SECONDS = 5;
    private static final byte[] BEAT = frames(List.of("2::"));
    private static final byte[] META = "\"ftrack.meta.".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ACKNOWLEDGED = "+[{\"success\":true}]".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final Set<Client> clients = ConcurrentHashMap.newKeySet();
    private final LongAdder received = new LongAdder();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "fast-heart");
        thread.setDaemon(true);
        return thread;
    });
    private volatile boolean acknowledging = true;

    public FastPeer() {
        try {
            server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon("fast-accept", this::acceptAll);
        heart.scheduleAtFixedRate(() -> send(BEAT), BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** Whether events other than subscriptions are acknowledged. */
    public void acknowledging(boolean wanted) {
        acknowledging = wanted;
    }

    /** How many text messages came. */
    public long received() {
        return received.sum();
    }

    /** Frames of text as they travel, ready for {@link #send}. */
    public static byte[] frames(Iterable<String> texts) {
        var bytes = new ByteArrayOutputStream();
        for (var text : texts) {
            var payload = text.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(head(TEXT, payload.length));
            bytes.writeBytes(payload);
        }
        return bytes.toByteArray();
    }

    /** Sends frames to every client. */
    public void send(byte[] frames) {
        for (var client : clients) {
            client.send(frames);
        }
    }

    @Override
    public void close() {
        heart.shutdownNow();
        try {
            server.close();
            for (var client : clients) {
                client.socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                daemon("fast-client", () -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream(), BUFFER);
            var key = readRequest(in);
            while (key.isEmpty()) {
                var sid = "fast:15:60:websocket";
                var answer =
                        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + sid.length() + "\r\n\r\n";
                socket.getOutputStream().write((answer + sid).getBytes(StandardCharsets.US_ASCII));
                key = readRequest(in);
            }
            new Client(socket, in).run(key);
        } catch (IOException e) {
            // Clients leave when they are done.
            return;
        }
    }

    /** Reads one request up to its empty line; the result is its WebSocket key, or empty if it has none. */
    private static String readRequest(InputStream in) throws IOException {
        var key = "";
        for (var line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (line.regionMatches(true, 0, "Sec-WebSocket-Key:", 0, 18)) {
                key = line.substring(18).strip();
            }
        }
        return key;
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var b = read(in); b != '\n'; b = read(in)) {
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    private static int read(InputStream in) throws IOException {
        var b = in.read();
        if (b < 0) {
            throw new EOFException();
        }
        return b;
    }

    private static byte[] head(int code, int length) {
        if (length < 126) {
            return new byte[] {(byte) code, (byte) length};
        }
        if (length < 1 << 16) {
            return new byte[] {(byte) code, 126, (byte) (length >> 8), (byte) length};
        }
        return new byte[] {
            (byte) code,
            127,
            0,
            0,
            0,
            0,
            (byte) (length >> 24),
            (byte) (length >> 16),
            (byte) (length >> 8),
            (byte) length
        };
    }

    /** One WebSocket. */
    private final class Client {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private byte[] payload = new byte[BUFFER];

        Client(Socket socket, InputStream in) throws IOException {
            this.socket = socket;
            this.in = in;
            this.out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
        }

        void run(String key) throws IOException {
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            answer(TEXT, "1::".getBytes(StandardCharsets.US_ASCII), 3);
            out.flush();
            clients.add(this);
            try {
                while (readFrame()) {
                    if (in.available() == 0) {
                        flush();
                    }
                }
            } finally {
                clients.remove(this);
            }
        }

        private synchronized void flush() throws IOException {
            out.flush();
        }

        synchronized void send(byte[] frames) {
            try {
                out.write(frames);
                out.flush();
            } catch (IOException e) {
                clients.remove(this);
            }
        }

        private synchronized void answer(int code, byte[] bytes, int length) throws IOException {
            out.write(head(code, length));
            out.write(bytes, 0, length);
        }

        private boolean readFrame() throws IOException {
            var code = read(in);
            var length = readPayload();
            switch (code) {
                case PING -> answer(PONG, payload, length);
                case CLOSE -> {
                    answer(CLOSE, payload, length);
                    flush();
                    return false;
                }
                case TEXT -> {
                    received.increment();
                    acknowledge(length);
                }
                default -> throw new IOException("Frame code " + code + " is more than a fast peer understands");
            }
            return true;
        }

        private int readPayload() throws IOException {
            var length = read(in) & 0x7f;
            if (length >= 126) {
                var bytes = length == 126 ? 2 : 8;
                length = 0;
                for (var i = 0; i < bytes; i++) {
                    length = length << 8 | read(in);
                }
            }
            if (length > payload.length) {
                payload = new byte[length];
            }
            var mask = in.readNBytes(4);
            if (in.readNBytes(payload, 0, length) < length) {
                throw new EOFException();
            }
            for (var i = 0; i < length; i++) {
                payload[i] ^= mask[i & 3];
            }
            return length;
        }

        /** Answers {@code 5:ID+::…} with {@code 6:::ID+[…]}. */
        private void acknowledge(int length) throws IOException {
            if (length < 4 || payload[0] != '5' || payload[2] == ':') {
                return;
            }
            var digits = 0;
            while (2 + digits < length && payload[2 + digits] >= '0' && payload[2 + digits] <= '9') {
                digits++;
            }
            if (acknowledging || isMeta(length)) {
                synchronized (this) {
                    out.write(head(TEXT, 4 + digits + ACKNOWLEDGED.length));
                    out.write('6');
                    out.write(':');
                    out.write(':');
                    out.write(':');
                    out.write(payload, 2, digits);
                    out.write(ACKNOWLEDGED);
                }
            }
        }

        private boolean isMeta(int length) {
            for (var start = 0; start + META.length <= length; start++) {
                if (Arrays.equals(payload, start, start + META.length, META, 0, META.length)) {
                    return true;
                }
            }
            return false;
        }

        private static String accept(String key) throws IOException {
            try {
                return Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1")
                                .digest((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")
                                        .getBytes(StandardCharsets.US_ASCII)));
            } catch (NoSuchAlgorithmException e) {
                throw new IOException(e);
            }
        }
    }
}
