package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import java.time.Instant;

/**
 * Everything that is told about a version in whose place another came.
 *
 * @param outcome where it stood then
 */
public record ItemSuperseded(
        String eventId,
        String inReplyToEvent,
        Subject subject,
        int supersededBy,
        String submitter,
        Outcome outcome,
        Instant supersededAt) {}
