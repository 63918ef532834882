package dev.rushlight.exchange;

import java.util.EnumSet;
import java.util.Set;

/**
 * The life of an owed event: HELD (undo grace) → READY → SENT → ACKNOWLEDGED; back to READY after a failure, DEAD after
 * too many, CANCELLED by an undo while HELD; an administrator may put a DEAD one back to READY.
 */
public enum OutboxState {
    HELD,
    READY,
    SENT,
    ACKNOWLEDGED,
    DEAD,
    CANCELLED;

    public Set<OutboxState> next() {
        return switch (this) {
            case HELD -> EnumSet.of(READY, SENT, CANCELLED);
            case READY -> EnumSet.of(SENT);
            case SENT -> EnumSet.of(ACKNOWLEDGED, READY, DEAD);
            case DEAD -> EnumSet.of(READY);
            case ACKNOWLEDGED, CANCELLED -> EnumSet.noneOf(OutboxState.class);
        };
    }

    /** Whether the hub still has to get it, without anybody doing anything. */
    public boolean isOwed() {
        return this == HELD || this == READY || this == SENT;
    }
}
