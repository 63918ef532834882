package dev.rushlight.web.look;

import java.net.URI;
import java.util.Optional;

/** Which addresses out of somebody else's event may become part of a page: http and https with a host, nothing else. */
public final class WebAddress {

    private WebAddress() {}

    public static Optional<String> of(URI address) {
        var scheme = address.getScheme();
        var known = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        return known && address.getHost() != null ? Optional.of(address.toASCIIString()) : Optional.empty();
    }
}
