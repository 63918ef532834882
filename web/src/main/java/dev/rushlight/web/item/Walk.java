package dev.rushlight.web.item;

import dev.rushlight.review.ReviewItemId;
import java.util.Optional;

/** A way from item to item. */
interface Walk {

    Optional<ReviewItemId> next();

    Optional<ReviewItemId> previous();

    /** What waits for this person's vote after this item. */
    Optional<ReviewItemId> nextToDecide();

    /** What there is to see first in the next item, so that it can be fetched while this one is looked at. */
    Optional<String> nextMedia();

    /** Where one is and how much is left, counted anew. */
    Whereabouts whereabouts();
}
