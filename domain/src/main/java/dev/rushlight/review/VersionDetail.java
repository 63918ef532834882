package dev.rushlight.review;

import dev.rushlight.people.PersonId;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.StageExplanation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One version with what was said of it, votes in the order they were cast; what there is to look at is asked for on its
 * own, because it may be large.
 *
 * @param isFinal whether votes come too late
 * @param openNotes unresolved notes, also those of earlier versions
 * @param openBlockers those of them that keep the work from being approved
 */
public record VersionDetail(
        VersionId id,
        int number,
        Outcome outcome,
        String submitter,
        Instant submittedAt,
        Optional<String> description,
        List<String> reviewers,
        String policy,
        int policyRevision,
        List<StageExplanation> explanation,
        List<VoteDetail> votes,
        List<String> seenBy,
        Optional<Aside> aside,
        Optional<OverrideDetail> override,
        boolean isFinal,
        int openNotes,
        int openBlockers,
        Optional<Deadline> due) {

    public VersionDetail {
        reviewers = List.copyOf(reviewers);
        explanation = List.copyOf(explanation);
        votes = List.copyOf(votes);
        seenBy = List.copyOf(seenBy);
    }

    /** Whether this choice has to be explained here. */
    public boolean needsReason(Choice choice) {
        return Reason.isNeeded(choice, openNotes);
    }

    /** What this person said last of it, unless it was taken out since; automatic checks aside. */
    public Optional<VoteDetail> voteOf(PersonId person) {
        return votes.stream()
                .filter(vote -> vote.voter().equals(person) && vote.label().isEmpty())
                .filter(vote -> vote.inForce() || vote.standing() == VoteStanding.LATE)
                .reduce((earlier, later) -> later);
    }
}
