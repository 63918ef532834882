package dev.rushlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket that speaks literal packets; its end is heard as {@code close CODE}. */
final class SocketClient implements WebSocket.Listener, AutoCloseable {
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final StringBuilder parts = new StringBuilder();
    private final WebSocket socket;

    SocketClient(HttpClient http, URI uri) {
        this.socket = http.newWebSocketBuilder().buildAsync(uri, this).join();
    }

    void says(String packet) {
        socket.sendText(packet, true).join();
    }

    void saysInParts(String packet, int size) {
        for (var start = 0; start < packet.length(); start += size) {
            var end = Math.min(packet.length(), start + size);
            socket.sendText(packet.substring(start, end), end == packet.length())
                    .join();
        }
    }

    void saysBytes(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /** The next packet; one must come soon. */
    String hears() throws InterruptedException {
        var next = heard.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("the next packet").isNotNull();
        return next;
    }

    /** The next packet that is no heartbeat. */
    String hearsNews() throws InterruptedException {
        var next = hears();
        while (next.equals("2::")) {
            next = hears();
        }
        return next;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        parts.append(data);
        if (last) {
            heard.add(parts.toString());
            parts.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        heard.add("close " + code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable problem) {
        heard.add("error " + problem);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
