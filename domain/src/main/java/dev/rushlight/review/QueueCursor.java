package dev.rushlight.review;

import java.time.Instant;
import java.util.UUID;

/** The place in the queue after one row; the next page begins there. */
public record QueueCursor(Instant updatedAt, UUID item) {}
