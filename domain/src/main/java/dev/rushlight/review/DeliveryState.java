package dev.rushlight.review;

import dev.rushlight.exchange.Standing;
import java.time.Instant;

/** What became of the event that tells a hub of a decision. */
public enum DeliveryState {
    /** Saved, and held back while the voter may still undo. */
    HELD,
    PUBLISHING,
    RETRYING,
    DELIVERED,
    /** Given up after too many tries; an administrator can send it again. */
    FAILED,
    UNDONE;

    /** A debt whose grace is over counts as on its way, although nobody may have claimed it yet. */
    static DeliveryState of(Standing standing, Instant now) {
        return switch (standing.state()) {
            case HELD -> now.isBefore(standing.notBefore()) ? HELD : PUBLISHING;
            case READY -> standing.attempts() == 0 ? PUBLISHING : RETRYING;
            case SENT -> standing.attempts() <= 1 ? PUBLISHING : RETRYING;
            case ACKNOWLEDGED -> DELIVERED;
            case DEAD -> FAILED;
            case CANCELLED -> UNDONE;
        };
    }
}
