package dev.rushlight.reviewsession;

import java.util.EnumSet;
import java.util.Set;

/** What is left of a guest link: VALID → ENDED → CLEARED. */
public enum GuestLinkState {
    /** It opens its review session until it expires, whether or not anybody has noticed that it did. */
    VALID,
    /** It was revoked, or its time is over: it opens nothing, and its guest is retired. */
    ENDED,
    /** What was secret or private in it is gone, too. */
    CLEARED;

    public Set<GuestLinkState> next() {
        return switch (this) {
            case VALID -> EnumSet.of(ENDED);
            case ENDED -> EnumSet.of(CLEARED);
            case CLEARED -> EnumSet.noneOf(GuestLinkState.class);
        };
    }
}
