package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.InboxState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One event that was taken in, with the reasons when it was refused; its raw text is fetched apart. */
public record InboxEntry(
        long id,
        ConnectionId connection,
        String connectionName,
        String eventId,
        String topic,
        Instant receivedAt,
        Optional<String> submitter,
        InboxState state,
        List<Reason> reasons,
        Optional<UUID> item) {

    public InboxEntry {
        reasons = List.copyOf(reasons);
    }

    /** One thing that was wrong with a refused event. */
    public record Reason(String code, String field, String message) {}
}
