package dev.rushlight.hub;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The HTTP proxy that everything goes through; encrypted connections and WebSockets are tunnelled with {@code CONNECT}.
 *
 * <p>A proxy that asks for a password is not supported: the JDK does not send one through a tunnel.
 */
public record HttpProxy(String host, int port) {

    private static final int USUAL_PORT = 80;

    public HttpProxy {
        if (!host.matches("[A-Za-z0-9._~-]+|[0-9A-Fa-f:.]+")) {
            throw new IllegalArgumentException("The proxy's host is not a host name");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A proxy cannot have the port " + port);
        }
    }

    /** Reads {@code http://host:port} or {@code host:port} as a person types it; the port is 80 if none is named. */
    public static HttpProxy parse(String text) {
        var address = parsed(text.strip());
        if (!"http".equalsIgnoreCase(address.getScheme())) {
            throw new IllegalArgumentException("The proxy's address must start with http://");
        }
        if (address.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "The proxy's address holds a user: proxies that ask for a password are not supported");
        }
        if (address.getHost() == null) {
            throw new IllegalArgumentException("The proxy's address names no host");
        }
        return new HttpProxy(
                address.getHost().replaceAll("[\\[\\]]", ""), address.getPort() < 0 ? USUAL_PORT : address.getPort());
    }

    // The text may hold a password, so nothing of it is told.
    private static URI parsed(String text) {
        try {
            return new URI(text.contains("://") ? text : "http://" + text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("The proxy's address is not a URL");
        }
    }

    public URI address() {
        return URI.create("http://" + this);
    }

    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
