package dev.rushlight.reviewsession;

import java.util.List;

/** Somebody else changed the review session since it was read; the message says what is different now. */
public final class ReviewSessionChangedMeanwhile extends RuntimeException {

    ReviewSessionChangedMeanwhile(List<String> changes) {
        super("The review session was changed meanwhile: " + String.join(", ", changes));
    }
}
