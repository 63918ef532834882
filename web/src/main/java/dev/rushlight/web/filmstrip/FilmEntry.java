package dev.rushlight.web.filmstrip;

import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.Kind;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.reviewsession.EntryCursor;
import java.net.URI;
import java.util.Optional;

/**
 * One item of a review session as the strip shows it.
 *
 * @param ownVote what the one who looks says of it
 * @param address where it is looked at
 */
public record FilmEntry(
        ReviewItemId item,
        Kind kind,
        int version,
        String name,
        Outcome outcome,
        Optional<URI> poster,
        Optional<Choice> ownVote,
        EntryCursor cursor,
        String address) {}
