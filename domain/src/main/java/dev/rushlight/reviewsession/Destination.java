package dev.rushlight.reviewsession;

import dev.rushlight.review.ReviewItemId;
import java.util.Optional;

/** Where an entry is to stand: at an end of the list, or right beside another entry. */
public record Destination(Side side, Optional<ReviewItemId> neighbour) {

    /** On which side of the neighbour; without one, of everything. */
    public enum Side {
        BEFORE,
        AFTER
    }

    public static Destination first() {
        return new Destination(Side.BEFORE, Optional.empty());
    }

    public static Destination last() {
        return new Destination(Side.AFTER, Optional.empty());
    }

    public static Destination before(ReviewItemId neighbour) {
        return new Destination(Side.BEFORE, Optional.of(neighbour));
    }

    public static Destination after(ReviewItemId neighbour) {
        return new Destination(Side.AFTER, Optional.of(neighbour));
    }
}
