package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import java.net.URI;
import java.util.Optional;

/** What an administrator typed about a connection; no new key means that the stored one stays. */
public record ConnectionForm(
        Optional<ConnectionId> id, String name, URI server, String user, Optional<String> newKey, boolean enabled) {

    /** Where a key may be sent; throws {@link UnacceptableConnection} for an address that no connection may have. */
    public URI acceptedServer() {
        return URI.create(ServerAddress.of(server).text());
    }

    @Override
    public String toString() {
        return "ConnectionForm[id=%s, name=%s, server=%s, user=%s, newKey=%s, enabled=%s]"
                .formatted(id, name, server, user, newKey.map(key -> "***"), enabled);
    }
}
