package dev.rushlight.reviewsession;

import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewItemId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One entry of a review session with the version that it shows, without what there is to look at.
 *
 * @param version the number of the version that the entry shows; all that follows is about that version
 * @param newerVersion the number of the newest version, when the entry is pinned to an older one
 * @param ownVote what the one who asks says of the shown version, as far as it is in force
 */
public record EntrySummary(
        ReviewItemId item,
        String project,
        Kind kind,
        Keeping keeping,
        int version,
        OptionalInt newerVersion,
        String name,
        Outcome outcome,
        String submitter,
        Instant submittedAt,
        Optional<URI> poster,
        Optional<Choice> ownVote,
        EntryCursor cursor) {}
