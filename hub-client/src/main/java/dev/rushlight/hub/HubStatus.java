package dev.rushlight.hub;

import java.time.Instant;
import java.util.Optional;

/**
 * A hub connection's state, since when, at which attempt since it last was live, when it tries again and why.
 *
 * <p>Only {@link #to} and {@link #waiting} lead from one status to the next.
 */
public record HubStatus(
        HubState state, Instant since, int attempt, Optional<Instant> nextTry, Optional<String> detail) {

    public HubStatus {
        if (attempt < 0) {
            throw new IllegalArgumentException("Attempts are counted from 0, not " + attempt);
        }
        if (nextTry.isPresent() != (state == HubState.WAITING)) {
            throw new IllegalArgumentException("A next try belongs to WAITING and only to WAITING");
        }
    }

    public static HubStatus idle(Instant now) {
        return new HubStatus(HubState.IDLE, now, 0, Optional.empty(), Optional.empty());
    }

    public HubStatus to(HubState next, Instant now) {
        return to(next, now, Optional.empty());
    }

    public HubStatus to(HubState next, Instant now, String why) {
        return to(next, now, Optional.of(why));
    }

    /** The connection is lost or was not reached, and is tried again later. */
    public HubStatus waiting(Instant now, Instant nextTry, String why) {
        requireMove(HubState.WAITING);
        return new HubStatus(HubState.WAITING, now, attempt, Optional.of(nextTry), Optional.of(why));
    }

    private HubStatus to(HubState next, Instant now, Optional<String> why) {
        requireMove(next);
        var attempts = switch (next) {
            case CONNECTING -> attempt + 1;
            case LIVE -> 0;
            case IDLE, WAITING, REFUSED, CLOSED -> attempt;
        };
        return new HubStatus(next, now, attempts, Optional.empty(), why);
    }

    private void requireMove(HubState next) {
        if (!state.next().contains(next)) {
            throw new IllegalStateException("A hub connection cannot go from %s to %s".formatted(state, next));
        }
    }
}
