package dev.rushlight.reviewsession;

import java.time.Instant;
import java.util.Optional;

/** One row of the list of review sessions. */
public record ReviewSessionSummary(
        ReviewSessionId id,
        String name,
        Optional<String> project,
        ReviewSessionState state,
        Optional<Instant> opens,
        Optional<Instant> closes,
        String creator,
        Instant createdAt,
        Progress progress,
        ReviewSessionCursor cursor) {}
