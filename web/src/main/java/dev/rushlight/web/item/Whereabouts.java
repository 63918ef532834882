package dev.rushlight.web.item;

import dev.rushlight.reviewsession.ReviewSessionId;
import java.util.Optional;

/**
 * Where somebody is on their way, in words.
 *
 * @param number such as "3 of 12"; may be empty
 * @param through the review session that they go through
 * @param left how much is left; may be empty
 */
record Whereabouts(String number, Optional<Through> through, String left) {

    /** A review session by its name. */
    record Through(ReviewSessionId id, String name) {}

    static Whereabouts inTheQueue(String left) {
        return new Whereabouts("", Optional.empty(), left);
    }
}
