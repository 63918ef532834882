package dev.rushlight.hub.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private HubSocket socketThatThrows(Throwable failure) {
        var remote = fake(RemoteEndpoint.Async.class, (proxy, method, arguments) -> {
            throw failure;
        });
        var session = fake(
                Session.class, (proxy, method, arguments) -> method.getName().equals("getAsyncRemote") ? remote : null);
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
