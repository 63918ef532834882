package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OutboxState;
import dev.rushlight.exchange.OwedKind;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One owed event as administrators see it. */
public record OutboxEntrySummary(
        long id,
        ConnectionId connection,
        String connectionName,
        String eventId,
        OwedKind kind,
        OutboxState state,
        int attempts,
        Optional<String> lastError,
        Instant createdAt,
        Optional<Instant> notBefore,
        Optional<Instant> settledAt,
        Optional<UUID> item) {}
