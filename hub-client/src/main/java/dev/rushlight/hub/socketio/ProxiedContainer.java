package dev.rushlight.hub.socketio;

import dev.rushlight.hub.HttpProxy;
import jakarta.websocket.WebSocketContainer;
import java.io.IOException;
import java.util.Map;

/**
 * Sends a WebSocket container through a proxy.
 *
 * <p>The WebSocket API has no word for proxies, and Tyrus reads one only from properties of the whole container, which
 * it makes anew for every socket; since it is not compiled against, they are found by name.
 */
final class ProxiedContainer {

    private static final String PROXY = "org.glassfish.tyrus.client.proxy";

    private ProxiedContainer() {}

    /** @throws IOException if the container is not one that can be told of a proxy */
    static void goThrough(WebSocketContainer container, HttpProxy proxy) throws IOException {
        try {
            if (container.getClass().getMethod("getProperties").invoke(container) instanceof Map<?, ?> properties) {
                put(properties, proxy.address().toString());
                return;
            }
        } catch (ReflectiveOperationException e) {
            throw new IOException("this WebSocket container knows no proxies: " + container.getClass(), e);
        }
        throw new IOException("this WebSocket container knows no proxies: " + container.getClass());
    }

    @SuppressWarnings("unchecked") // Tyrus says that they are Map<String, Object>.
    private static void put(Map<?, ?> properties, String address) {
        ((Map<String, Object>) properties).put(PROXY, address);
    }
}
