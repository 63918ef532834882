package dev.rushlight.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** The JDK's WebSocket to a hub and nothing around it. */
final class BareSocket implements WebSocket.Listener, AutoCloseable {

    private final Consumer<String> onText;
    private final WebSocket socket;
    private final StringBuilder parts = new StringBuilder();

    BareSocket(URI hub, Consumer<String> onText) {
        this.onText = onText;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://" + hub.getAuthority() + "/socket.io/1/websocket/bare"), this)
                .join();
    }

    /** Returns when the socket has taken the text. */
    void send(String text) {
        socket.sendText(text, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            var text = parts.toString();
            parts.setLength(0);
            onText.accept(text);
        }
        from.request(1);
        return null;
    }

    @Override
    public void close() {
        socket.abort();
    }
}
