package dev.rushlight.tools.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the demo's pictures on this machine, in parts and to pages of any origin, as a player needs them. */
final class Gallery implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final Map<String, String> CONTENT_TYPES =
            Map.of("mp4", "video/mp4", "jpg", "image/jpeg", "png", "image/png");

    private final HttpServer server;
    private final ExecutorService workers;

    private Gallery(HttpServer server, ExecutorService workers) {
        this.server = server;
        this.workers = workers;
    }

    /** Opens on the given port when it is free, so that older versions find their pictures again, else on any. */
    static Gallery open(int preferredPort) {
        var workers = Executors.newFixedThreadPool(4, Gallery::worker);
        var server = listening(preferredPort);
        server.setExecutor(workers);
        server.createContext("/", Gallery::answer);
        server.start();
        return new Gallery(server, workers);
    }

    private static HttpServer listening(int preferredPort) {
        try {
            return HttpServer.create(new InetSocketAddress(HOST, preferredPort), 0);
        } catch (BindException taken) {
            return listening(0);
        } catch (IOException failed) {
            throw new UncheckedIOException("The demo's pictures cannot be served", failed);
        }
    }

    private static Thread worker(Runnable task) {
        var thread = new Thread(task, "gallery");
        thread.setDaemon(true);
        return thread;
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI url(String name) {
        return URI.create("http://%s:%s/%s".formatted(HOST, port(), name));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set("Access-Control-Expose-Headers", "Accept-Ranges, Content-Length, Content-Range");
            switch (exchange.getRequestMethod()) {
                case "GET", "HEAD" -> show(exchange);
                case "OPTIONS" -> {
                    headers.set("Access-Control-Allow-Methods", "GET, HEAD");
                    headers.set("Access-Control-Allow-Headers", "Range");
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> {
                    headers.set("Allow", "GET, HEAD, OPTIONS");
                    exchange.sendResponseHeaders(405, -1);
                }
            }
        }
    }

    private static void show(HttpExchange exchange) throws IOException {
        var name = exchange.getRequestURI().getPath().substring(1);
        var picture = contentType(name).flatMap(type -> DemoFiles.read(name));
        if (picture.isEmpty()) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        var bytes = picture.get();
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", contentType(name).orElseThrow());
        headers.set("Accept-Ranges", "bytes");
        headers.set("Cache-Control", "no-cache");
        headers.set("X-Content-Type-Options", "nosniff");
        var wanted = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"))
                .filter(ByteRange::isOne);
        if (wanted.isEmpty()) {
            send(exchange, 200, bytes, new ByteRange(0, bytes.length - 1));
            return;
        }
        var range = ByteRange.of(wanted.get(), bytes.length);
        if (range.isEmpty()) {
            headers.set("Content-Range", "bytes */" + bytes.length);
            exchange.sendResponseHeaders(416, -1);
            return;
        }
        headers.set("Content-Range", range.get().contentRange(bytes.length));
        send(exchange, 206, bytes, range.get());
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes, ByteRange range) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(range.length()));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, range.length());
        exchange.getResponseBody().write(bytes, range.first(), range.length());
    }

    private static Optional<String> contentType(String name) {
        return Optional.ofNullable(CONTENT_TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
