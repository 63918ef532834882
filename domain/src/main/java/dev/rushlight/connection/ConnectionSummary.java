package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import java.net.URI;
import java.util.Optional;

/** A saved connection without its key. */
public record ConnectionSummary(
        ConnectionId id,
        String name,
        ConnectionKind kind,
        Optional<URI> server,
        Optional<String> user,
        boolean keySet,
        boolean enabled,
        ConnectionRules rules) {

    /** One with the cautious rules. */
    public ConnectionSummary(
            ConnectionId id,
            String name,
            ConnectionKind kind,
            Optional<URI> server,
            Optional<String> user,
            boolean keySet,
            boolean enabled) {
        this(id, name, kind, server, user, keySet, enabled, ConnectionRules.cautious());
    }
}
