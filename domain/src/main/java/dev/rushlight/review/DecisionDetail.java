package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import java.time.Instant;
import java.util.Optional;

/** One decision in an item's history; without delivery when nobody outside has to hear of it. */
public record DecisionDetail(
        DecisionId id,
        int version,
        long sequence,
        Outcome outcome,
        Outcome previousOutcome,
        Cause cause,
        Actor actor,
        Optional<String> reason,
        Instant decidedAt,
        Optional<DecisionDelivery> delivery) {}
