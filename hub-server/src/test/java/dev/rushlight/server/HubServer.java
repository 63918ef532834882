package dev.rushlight.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.websocket.jakarta.server.config.JakartaWebSocketServletContainerInitializer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** A hub in a real servlet container with real WebSockets, on a loopback port of its own, and ways to talk to it. */
final class HubServer implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final EmbeddedHub hub;
    private final Server server;

    private HubServer(EmbeddedHub hub, Server server) {
        this.hub = hub;
        this.server = server;
    }

    static HubServer start(HubLimits limits) throws Exception {
        var hub = EmbeddedHub.open(TestDatabase.empty(), limits, Clock.systemUTC());
        var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        var context = new ServletContextHandler("/");
        JakartaWebSocketServletContainerInitializer.configure(context, hub::register);
        server.setHandler(context);
        server.start();
        return new HubServer(hub, server);
    }

    EmbeddedHub hub() {
        return hub;
    }

    /** A new key for a user. */
    String keyOf(String user) {
        return hub.accounts().issueKey(user).key();
    }

    URI uri(String scheme, String path) {
        return URI.create(
                "%s://127.0.0.1:%s%s".formatted(scheme, server.getURI().getPort(), path));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri("http", path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The sid of a new handshake. */
    String handshake(String user, String key) throws IOException, InterruptedException {
        var answer = send(request("/socket.io/1/").header("ftrack-user", user).header("ftrack-api-key", key));
        return answer.body().split(":")[0];
    }

    /** A socket opened with the given sid. */
    SocketClient open(String sid) {
        return new SocketClient(http, uri("ws", "/socket.io/1/websocket/" + sid));
    }

    /** A socket of the user, after the greeting. */
    SocketClient connect(String user) throws IOException, InterruptedException {
        var client = open(handshake(user, keyOf(user)));
        client.hears();
        return client;
    }

    @Override
    public void close() {
        hub.close();
        LifeCycle.stop(server);
    }
}
