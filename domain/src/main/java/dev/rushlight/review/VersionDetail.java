package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.StageExplanation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One version with what there is to look at and what was said of it, votes in the order they were cast. */
public record VersionDetail(
        VersionId id,
        int number,
        Outcome outcome,
        String submitter,
        Instant submittedAt,
        Optional<String> description,
        List<String> reviewers,
        Content content,
        List<StageExplanation> explanation,
        List<VoteDetail> votes) {

    public VersionDetail {
        reviewers = List.copyOf(reviewers);
        explanation = List.copyOf(explanation);
        votes = List.copyOf(votes);
    }
}
