package dev.rushlight.reviewsession;

import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewItemId;
import java.net.URI;
import java.util.Optional;

/**
 * One entry of a review session as its guests see it; nothing tells whether there is a newer version than the shown
 * one.
 */
public record GuestItemSummary(
        ReviewItemId item,
        Kind kind,
        int version,
        String name,
        Outcome outcome,
        Optional<URI> poster,
        Optional<Choice> ownVote,
        EntryCursor cursor) {}
