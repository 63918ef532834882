package dev.rushlight.reviewsession;

import dev.rushlight.review.ReviewItemId;

/** The review session has no entry of this review item (any more). */
public final class NotInReviewSession extends RuntimeException {

    NotInReviewSession(ReviewItemId item) {
        super("Review item %s is not in this review session".formatted(item));
    }
}
