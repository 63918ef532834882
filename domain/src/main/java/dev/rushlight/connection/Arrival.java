package dev.rushlight.connection;

import dev.rushlight.exchange.ConnectionId;
import java.time.Instant;
import java.util.Optional;

/**
 * An event that asks for something to be done, as it came in.
 *
 * @param hubUser whom the hub says it is from
 * @param replyTarget the hub client that asked and gets the answer
 * @param raw the event as it came
 */
public record Arrival(
        ConnectionId connection,
        String eventId,
        String topic,
        Instant receivedAt,
        Optional<String> hubUser,
        Optional<String> replyTarget,
        String raw) {}
