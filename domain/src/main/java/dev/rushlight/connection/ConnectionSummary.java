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
        boolean enabled) {}
