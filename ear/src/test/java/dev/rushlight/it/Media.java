package dev.rushlight.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** Serves the small clip and still of the tests from a loopback port, with ranges and for every origin. */
final class Media implements AutoCloseable {
    private static final Map<String, String> TYPES =
            Map.of("clip.mp4", "video/mp4", "poster.png", "image/png", "still.png", "image/png");
    private static final String COMING = "coming/";
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final Set<String> delivered = ConcurrentHashMap.newKeySet();

    private Media(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static Media serve() {
        try {
            return new Media(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An address that answers "accepted" until {@link #deliver}; then with the clip. */
    URI coming(String name) {
        return url(COMING + name);
    }

    void deliver(String name) {
        delivered.add(COMING + name);
    }

    URI url(String name) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + name);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var asked = exchange.getRequestURI().getPath().substring(1);
            var name = delivered.contains(asked) ? "clip.mp4" : asked;
            if (name.startsWith(COMING)) {
                exchange.sendResponseHeaders(202, -1);
                return;
            }
            if (!TYPES.containsKey(name)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var bytes = Files.readAllBytes(Built.testSource("resources/media").resolve(name));
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", TYPES.get(name));
            headers.set("Access-Control-Allow-Origin", "*");
            headers.set("Cross-Origin-Resource-Policy", "cross-origin");
            headers.set("Accept-Ranges", "bytes");
            var range =
                    RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
            if (range.matches()) {
                var from = Integer.parseInt(range.group(1));
                var to = range.group(2).isEmpty() ? bytes.length - 1 : Integer.parseInt(range.group(2));
                headers.set("Content-Range", "bytes " + from + "-" + to + "/" + bytes.length);
                send(exchange, 206, Arrays.copyOfRange(bytes, from, to + 1));
            } else {
                send(exchange, 200, bytes);
            }
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
