package dev.rushlight.reviewsession;

import java.time.Instant;
import java.util.UUID;

/** The place in the list of review sessions after one row; the next page begins there. */
public record ReviewSessionCursor(Instant createdAt, UUID reviewSession) {}
