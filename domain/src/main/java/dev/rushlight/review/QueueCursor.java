package dev.rushlight.review;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** The place in the queue after one row; the next page begins there. */
public record QueueCursor(Instant at, UUID item) {

    /** The order of the queue, as both databases compare. */
    static final Comparator<QueueCursor> IN_ORDER = Comparator.comparing(QueueCursor::at)
            .thenComparing(QueueCursor::item, QueueCursor::compare)
            .reversed();

    private static int compare(UUID one, UUID other) {
        var byFirst = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return byFirst != 0
                ? byFirst
                : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
