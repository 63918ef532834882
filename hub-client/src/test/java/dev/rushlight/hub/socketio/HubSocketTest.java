package dev.rushlight.hub.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HubSocketTest {

    private final List<HubSocket> opened = new ArrayList<>();

    @Test
    void whatTheContainerThrowsWhileSendingIsTold() {
        var told = new ArrayList<Optional<String>>();
        socketThatThrows(new Error("no UTF-8")).send("\ud83d", told::add);
        socketThatThrows(new IllegalStateException("closed")).send("x", told::add);
        assertThat(told).containsExactly(Optional.of("no UTF-8"), Optional.of("closed"));
    }

    @Test
    void aLongTextIsSentInPartsOfWholeCharacters() {
        var parts = new ArrayList<String>();
        var moves = new AtomicInteger();
        var socket = socketWith("getBasicRemote", RemoteEndpoint.Basic.class, (proxy, method, arguments) -> {
            parts.add(arguments[0] + (arguments[1].equals(true) ? "." : ""));
            return null;
        });
        assertThat(socket.sendInParts("ab\ud83d\ude00cdef", 3, moves::incrementAndGet))
                .isEmpty();
        assertThat(parts).containsExactly("ab", "\ud83d\ude00c", "def.");
        assertThat(moves).hasValue(3);
    }

    @Test
    void aLongTextThatCannotBeSentSaysWhy() {
        assertThat(socketWith("getBasicRemote", RemoteEndpoint.Basic.class, (proxy, method, arguments) -> {
                            throw new IOException("gone");
                        })
                        .sendInParts("abc", 2, () -> {}))
                .contains("gone");
    }

    @Test
    void anInterruptEndsTheSendingOfALongText() {
        var parts = new AtomicInteger();
        var socket = socketWith("getBasicRemote", RemoteEndpoint.Basic.class, (proxy, method, arguments) -> {
            parts.incrementAndGet();
            Thread.currentThread().interrupt();
            return null;
        });
        assertThat(socket.sendInParts("abcdef", 1, () -> {})).contains("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(parts).hasValue(1);
    }

    private HubSocket socketThatThrows(Throwable failure) {
        return socketWith("getAsyncRemote", RemoteEndpoint.Async.class, (proxy, method, arguments) -> {
            throw failure;
        });
    }

    private HubSocket socketWith(String getter, Class<?> type, InvocationHandler sending) {
        var remote = fake(type, sending);
        var session = fake(
                Session.class, (proxy, method, arguments) -> method.getName().equals(getter) ? remote : null);
        new HubSocket.Receiver(1, new Opening())
                .onOpen(session, ClientEndpointConfig.Builder.create().build());
        return opened.get(opened.size() - 1);
    }

    private static <T> T fake(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private final class Opening implements HubSocket.Listener {
        @Override
        public void onOpen(HubSocket socket) {
            opened.add(socket);
        }

        @Override
        public void onText(String text) {}

        @Override
        public void onPong() {}

        @Override
        public void onTooLong(long bytes) {}

        @Override
        public void onEnd(String why) {}
    }
}
