package dev.rushlight.exchange;

import java.util.Optional;
import java.util.UUID;

/**
 * One event that was claimed for sending; its id stays the same for ever.
 *
 * @param subject the version (ITEM_…), vote (VOTE_…), decision or note (NOTE_…) that it tells of
 * @param target the client that asked (RECEIPT)
 * @param payload the finished JSON data (RECEIPT)
 * @param attempt which try this is, from 1
 */
public record OwedEvent(
        long id,
        ConnectionId connection,
        String eventId,
        OwedKind kind,
        Optional<UUID> subject,
        Optional<String> target,
        Optional<String> inReplyTo,
        Optional<String> payload,
        int attempt) {}
