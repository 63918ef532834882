package dev.rushlight.tools.control;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Stands in for a server's control API: gives one answer to everything and remembers what it was asked. */
public final class ControlledServer implements AutoCloseable {

    private final HttpServer http;
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    public ControlledServer(int status, String answer) {
        try {
            http = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        http.createContext("/rest/ready", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        http.createContext("/rest/control/", exchange -> {
            try (exchange) {
                requests.add("%s %s %s %s"
                        .formatted(
                                exchange.getRequestMethod(),
                                exchange.getRequestURI(),
                                exchange.getRequestHeaders().getFirst("Rushlight-Control"),
                                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                var bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        http.start();
    }

    public ControlFile control() {
        return new ControlFile(
                URI.create("http://127.0.0.1:" + http.getAddress().getPort()), "t0k3n");
    }

    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
