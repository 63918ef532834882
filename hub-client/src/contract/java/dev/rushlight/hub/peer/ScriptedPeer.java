package dev.rushlight.hub.peer;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One origin on a loopback port with a handshake, a WebSocket and {@code /api}.
 *
 * <p>Unless told otherwise it is a decent hub: it takes every handshake, acknowledges every event and gives events back
 * to connections that subscribed to them.
 */
public final class ScriptedPeer implements AutoCloseable {

    // So that whoever sends soon feels that the peer reads slowly.
    private static final int RECEIVE_BUFFER = 64 << 10;

    private final ServerSocket server;
    private final Thread acceptor;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<PeerConnection> open = new CopyOnWriteArrayList<>();
    private final BlockingQueue<PeerConnection> arrivals = new LinkedBlockingQueue<>();
    private final BlockingQueue<PeerEvent> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<HttpRequest> requests = new LinkedBlockingQueue<>();

    private volatile Function<HttpRequest, HttpAnswer> handshake =
            request -> HttpAnswer.ok("sid" + connections.incrementAndGet() + ":15:60:websocket,xhr-polling");
    private volatile Function<HttpRequest, HttpAnswer> api = request -> HttpAnswer.of(404, "");
    private volatile Function<HttpRequest, HttpAnswer> other = request -> HttpAnswer.of(404, "");
    private volatile Function<HttpRequest, Boolean> admits = request -> true;
    private volatile BiConsumer<PeerConnection, PeerEvent> onEvent = PeerConnection::behave;
    private volatile boolean answersPings = true;

    /** A request line with its headers and the bytes of its body. */
    public record HttpRequest(String method, String path, Map<String, String> headers, byte[] bytes) {

        /** The body as text. */
        public String body() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** A status, further header lines and the bytes of a body. */
    public record HttpAnswer(int status, String headers, byte[] bytes) {

        private static final int HANG_UP = 0;
        private static final String CONTENT_LENGTH = "Content-Length: ";

        public HttpAnswer(int status, String headers, String body) {
            this(status, headers, body.getBytes(StandardCharsets.UTF_8));
        }

        public static HttpAnswer of(int status, String body) {
            return new HttpAnswer(status, "", body);
        }

        /** No answer: the connection ends. */
        public static HttpAnswer hangUp() {
            return of(HANG_UP, "");
        }

        /** Announces so many bytes, sends these, and ends the connection. */
        public static HttpAnswer cutShort(int announced, byte[] bytes) {
            return new HttpAnswer(200, CONTENT_LENGTH + announced + "\r\n", bytes);
        }

        boolean isHangUp() {
            return status == HANG_UP;
        }

        boolean isCutShort() {
            return headers.startsWith(CONTENT_LENGTH);
        }

        public static HttpAnswer ok(String body) {
            return of(200, body);
        }
    }

    public ScriptedPeer() {
        this(0);
    }

    /** A peer on a port that another one has just left. */
    public ScriptedPeer(int port) {
        try {
            server = new ServerSocket();
            server.setReuseAddress(true);
            server.setReceiveBufferSize(RECEIVE_BUFFER);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = daemon("peer-accept", this::acceptAll);
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    public HubSettings settings() {
        return HubSettings.of(address(), new Credentials("jo", "s3cret-key"));
    }

    public void onHandshake(Function<HttpRequest, HttpAnswer> answer) {
        handshake = answer;
    }

    public void onApi(Function<HttpRequest, HttpAnswer> answer) {
        api = answer;
    }

    /** Answers every request that is neither a handshake nor a call of {@code /api}. */
    public void onOther(Function<HttpRequest, HttpAnswer> answer) {
        other = answer;
    }

    /** Decides over WebSocket upgrades. */
    public void onUpgrade(Function<HttpRequest, Boolean> decision) {
        admits = decision;
    }

    /** Replaces what happens with every event; {@link PeerConnection#behave} is the decent way. */
    public void onEvent(BiConsumer<PeerConnection, PeerEvent> reaction) {
        onEvent = reaction;
    }

    public void answersPings(boolean answers) {
        answersPings = answers;
    }

    boolean answersPings() {
        return answersPings;
    }

    /** The next connection that was opened. */
    public PeerConnection nextConnection() {
        return take(arrivals, "a connection");
    }

    /** The next event on this topic that any connection sent; others before it are dropped. */
    public PeerEvent nextEvent(String topic) {
        while (true) {
            var event = take(events, "an event on " + topic);
            if (event.topic().equals(topic)) {
                return event;
            }
        }
    }

    public HttpRequest nextRequest(String path) {
        while (true) {
            var request = take(requests, "a request for " + path);
            if (request.path().equals(path)) {
                return request;
            }
        }
    }

    public int openConnections() {
        return open.size();
    }

    @Override
    public void close() {
        try {
            server.close();
            // Until nobody waits for them any more, the system still takes connections.
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.forEach(PeerConnection::abort);
    }

    void received(PeerConnection connection, PeerEvent event) {
        events.add(event);
        onEvent.accept(connection, event);
    }

    void ended(PeerConnection connection) {
        open.remove(connection);
    }

    private static <T> T take(BlockingQueue<T> queue, String what) {
        try {
            var next = queue.poll(10, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("The peer did not get " + what);
            }
            return next;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void acceptAll() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                daemon("peer-connection", () -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var request = read(socket, in); !request.method().isEmpty(); request = read(socket, in)) {
                if (request.headers().containsKey("sec-websocket-key")) {
                    upgrade(socket, in, request);
                    return;
                }
                requests.add(request);
                var answer = route(request);
                if (answer.isHangUp()) {
                    socket.close();
                    return;
                }
                answer(socket, answer);
                if (answer.isCutShort()) {
                    socket.close();
                    return;
                }
            }
        } catch (IOException e) {
            // The client went away, as clients do in these tests.
            return;
        }
    }

    private HttpAnswer route(HttpRequest request) {
        if (request.path().startsWith("/socket.io/1/")) {
            return handshake.apply(request);
        }
        return request.path().endsWith("/api") ? api.apply(request) : other.apply(request);
    }

    private void upgrade(Socket socket, InputStream in, HttpRequest request) throws IOException {
        requests.add(request);
        if (!admits.apply(request)) {
            answer(socket, HttpAnswer.of(403, ""));
            return;
        }
        var connection = new PeerConnection(this, socket, in, request);
        open.add(connection);
        connection.accept();
        arrivals.add(connection);
        connection.run();
    }

    private static void answer(Socket socket, HttpAnswer answer) throws IOException {
        var body = answer.bytes();
        var length = answer.isCutShort() ? "" : HttpAnswer.CONTENT_LENGTH + body.length + "\r\n";
        var head = "HTTP/1.1 %s Answer\r\nContent-Type: text/plain\r\n%s%s\r\n"
                .formatted(answer.status(), length, answer.headers());
        var out = socket.getOutputStream();
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
    }

    private static HttpRequest read(Socket socket, InputStream in) throws IOException {
        var first = line(in).split(" ");
        if (first.length < 2) {
            return new HttpRequest("", "", Map.of(), new byte[0]);
        }
        var headers = new TreeMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        if (headers.containsKey("expect")) {
            socket.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        return new HttpRequest(first[0], first[1], headers, body(headers, in));
    }

    private static byte[] body(Map<String, String> headers, InputStream in) throws IOException {
        if (!headers.containsKey("transfer-encoding")) {
            var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
            var body = in.readNBytes(length);
            if (body.length < length) {
                throw new EOFException();
            }
            return body;
        }
        var body = new ByteArrayOutputStream();
        for (var size = chunkSize(in); size > 0; size = chunkSize(in)) {
            body.writeBytes(in.readNBytes(size));
            line(in);
        }
        line(in);
        return body.toByteArray();
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).split(";")[0].strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (var b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
            if (b != '\r') {
                bytes.write(b);
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
