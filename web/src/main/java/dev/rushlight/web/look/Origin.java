package dev.rushlight.web.look;

import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.reviewsession.ReviewSessionId;
import java.util.Optional;

/** Where somebody came to an item from: a part of the queue, or a review session. */
public record Origin(QueueFilter queue, Optional<ReviewSessionId> reviewSession) {

    /** What waits for whoever looks. */
    public static final Origin USUAL = of(QueueFilter.of(QueueTab.NEEDS_ME));

    public static Origin of(QueueFilter queue) {
        return new Origin(queue, Optional.empty());
    }
}
