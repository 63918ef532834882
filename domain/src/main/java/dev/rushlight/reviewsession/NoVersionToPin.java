package dev.rushlight.reviewsession;

import dev.rushlight.review.ReviewItemId;

/** The review item has no version of this number. */
public final class NoVersionToPin extends RuntimeException {

    NoVersionToPin(ReviewItemId item, int version) {
        super("Review item %s has no version %d to hold on to".formatted(item, version));
    }
}
