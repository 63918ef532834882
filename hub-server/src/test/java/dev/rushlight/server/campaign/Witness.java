package dev.rushlight.server.campaign;

import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventFrame;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Hears events on a link that does not fail and publishes to those behind one that does; shares no connection code
 * with the client that is tried.
 */
final class Witness implements WebSocket.Listener, AutoCloseable {
    private static final String SUBSCRIBE = """
            5:1+::{"name":"ftrack.event","args":[{"topic":"ftrack.meta.subscribe","id":"subscribe","data":\
            {"subscriber":{"id":"witness"},"subscription":"topic=%s"},"source":{"id":"witness"},"target":""}]}""";
    private static final JsonObject SOURCE =
            Json.createObjectBuilder().add("id", "witness").build();

    private final Consumer<JsonObject> onEvent;
    private final CompletableFuture<Void> subscribed = new CompletableFuture<>();
    private final Arrivals arrivals = new Arrivals();
    private final StringBuilder parts = new StringBuilder();
    private final WebSocket socket;

    // Guarded by this.
    private CompletableFuture<WebSocket> lastSent;

    /** Hears the events on one topic, from now on. */
    Witness(HubSettings settings, String topic, Consumer<JsonObject> onEvent) throws Exception {
        this.onEvent = onEvent;
        var http = HttpClient.newHttpClient();
        var handshake = HttpRequest.newBuilder(settings.handshake());
        handshake.header("ftrack-user", settings.credentials().user());
        handshake.header("ftrack-api-key", settings.credentials().key());
        var sid = http.send(handshake.build(), BodyHandlers.ofString()).body().split(":")[0];
        socket = http.newWebSocketBuilder()
                .buildAsync(settings.webSocket(sid), this)
                .get(20, TimeUnit.SECONDS);
        lastSent = CompletableFuture.completedFuture(socket);
        say(SUBSCRIBE.formatted(topic));
        subscribed.get(20, TimeUnit.SECONDS);
    }

    void publish(Event event) {
        say("5:::" + EventFrame.write(event.withSource(SOURCE)));
    }

    /** What was heard. */
    Arrivals arrivals() {
        return arrivals;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            hear(parts.toString());
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }

    private void hear(String packet) {
        if (packet.startsWith("2::")) {
            say("2::");
        } else if (packet.startsWith("6:::1+")) {
            subscribed.complete(null);
        } else if (packet.startsWith("5:::")) {
            try (var reader = Json.createReader(new StringReader(packet.substring(4)))) {
                hear(reader.readObject().getJsonArray("args").getJsonObject(0));
            }
        }
    }

    private void hear(JsonObject event) {
        onEvent.accept(event);
        arrivals.add(event.getString("id"));
    }

    private synchronized void say(String packet) {
        lastSent = lastSent.thenCompose(it -> it.sendText(packet, true));
    }
}
