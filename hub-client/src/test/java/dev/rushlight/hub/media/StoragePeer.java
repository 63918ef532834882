package dev.rushlight.hub.media;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A place where files are put and got over HTTP, which misbehaves when it is told to; it keeps digests, not bytes. */
final class StoragePeer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "storage-peer");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Answering answering = StoragePeer::take;

    /** What came whole, with its headers' names in lower case. */
    record Received(URI address, Map<String, String> headers, long size, String md5) {}

    /** What happens with a request. */
    interface Answering {

        /** @param n the number of the request, from 1 */
        void answer(StoragePeer peer, HttpExchange exchange, int n) throws IOException;
    }

    StoragePeer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    HubSettings settings() {
        return settings("jo", "s3cret-key");
    }

    HubSettings settings(String user, String key) {
        return HubSettings.of(URI.create(address("")), new Credentials(user, key));
    }

    String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    void on(Answering other) {
        answering = other;
    }

    List<Received> received() {
        return received;
    }

    int requests() {
        return requests.get();
    }

    /** The decent way: takes everything in and tags it. */
    void take(HttpExchange exchange, int n) throws IOException {
        exchange.getResponseHeaders().add("ETag", '"' + read(exchange).md5() + '"');
        answer(exchange, 200);
    }

    Received read(HttpExchange exchange) throws IOException {
        var digest = md5();
        var size = 0L;
        var buffer = new byte[1 << 16];
        try (var in = exchange.getRequestBody()) {
            for (var count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                size += count;
            }
        }
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        var whole = new Received(
                exchange.getRequestURI(), headers, size, HexFormat.of().formatHex(digest.digest()));
        received.add(whole);
        return whole;
    }

    static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64Md5(byte[] bytes) {
        return Base64.getEncoder().encodeToString(md5().digest(bytes));
    }

    static String hexMd5(byte[] bytes) {
        return HexFormat.of().formatHex(md5().digest(bytes));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try {
            answering.answer(this, exchange, requests.incrementAndGet());
        } catch (IOException e) {
            // The client went away, as clients do in these tests.
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
