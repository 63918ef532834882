package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** One row of the queue: a review item with its current version, without what there is to look at. */
public record ReviewItemSummary(
        ReviewItemId id,
        String project,
        String lineKey,
        String name,
        Kind kind,
        int version,
        Outcome outcome,
        String submitter,
        Instant submittedAt,
        Instant updatedAt,
        Optional<URI> poster,
        Optional<DeliveryState> delivery,
        QueueCursor cursor) {}
