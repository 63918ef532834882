package dev.rushlight.reviewsession;

import java.util.EnumSet;
import java.util.Set;

/** Where a review session stands: PREPARED → OPEN ⇄ CLOSED; what never opened can be closed as well. */
public enum ReviewSessionState {
    /** Leads put it together; guests are not let in yet. */
    PREPARED,
    /** It takes place, within its dates. */
    OPEN,
    /** It is over and nothing about it changes, unless it is opened again; nothing of it is deleted. */
    CLOSED;

    public Set<ReviewSessionState> next() {
        return switch (this) {
            case PREPARED -> EnumSet.of(OPEN, CLOSED);
            case OPEN -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.of(OPEN);
        };
    }

    public boolean isEditable() {
        return this != CLOSED;
    }
}
