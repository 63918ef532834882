package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.StageExplanation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is told about a decision, frozen when it was taken: written as an event today or in a year, it reads
 * the same.
 */
public record DecisionRecord(
        DecisionId id,
        String eventId,
        String inReplyToEvent,
        ConnectionId connection,
        ReviewItemId item,
        String project,
        String lineKey,
        String name,
        Kind kind,
        int version,
        Optional<String> mediaSha256,
        long sequence,
        Optional<DecisionId> supersedes,
        Outcome outcome,
        Outcome previousOutcome,
        Cause cause,
        Actor actor,
        Optional<String> reason,
        List<DecidedVote> votes,
        String policy,
        int policyRevision,
        List<StageExplanation> explanation,
        Instant decidedAt) {

    public DecisionRecord {
        votes = List.copyOf(votes);
        explanation = List.copyOf(explanation);
    }
}
