package dev.rushlight.reviewsession;

import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Content;
import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewItemId;
import java.time.Instant;
import java.util.Optional;

/**
 * The one version of a review item that a guest may look at, and nothing of what goes on behind it.
 *
 * @param submitter the name of the person who submitted it, not what they log in with
 * @param takesVotes whether a vote on this version is still heard; whether the guest may vote is another question
 */
public record GuestItem(
        ReviewItemId item,
        Kind kind,
        int version,
        String name,
        Outcome outcome,
        Optional<String> submitter,
        Instant submittedAt,
        Optional<String> description,
        Content content,
        Optional<GuestVote> ownVote,
        boolean takesVotes) {}
