package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import java.time.Instant;
import java.util.Optional;

/**
 * Everything that is told about a version that was taken back.
 *
 * @param outcome where it stood then
 */
public record ItemWithdrawn(
        String eventId,
        String inReplyToEvent,
        Subject subject,
        String by,
        Optional<String> reason,
        Outcome outcome,
        Instant withdrawnAt) {}
