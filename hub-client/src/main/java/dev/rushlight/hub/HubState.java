package dev.rushlight.hub;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a hub connection stands.
 *
 * <pre>
 * IDLE ──▶ CONNECTING ──▶ LIVE          every subscription was answered: events flow
 *            ▲  │           │
 *            │  ├─▶ WAITING ◀┘          lost or not reached: the next try is scheduled
 *            │  │      │
 *            ├──┼──────┘
 *            └──┴─▶ REFUSED             wrong credentials: no further try until connect() is called again
 * any but CLOSED ──▶ CLOSED
 * </pre>
 */
public enum HubState {
    IDLE,
    CONNECTING,
    LIVE,
    WAITING,
    REFUSED,
    CLOSED;

    /** The states that may follow this one. */
    public Set<HubState> next() {
        return switch (this) {
            case IDLE -> EnumSet.of(CONNECTING, CLOSED);
            case CONNECTING -> EnumSet.of(LIVE, WAITING, REFUSED, CLOSED);
            case LIVE -> EnumSet.of(WAITING, CLOSED);
            case WAITING -> EnumSet.of(CONNECTING, CLOSED);
            case REFUSED -> EnumSet.of(CONNECTING, CLOSED);
            case CLOSED -> EnumSet.noneOf(HubState.class);
        };
    }
}
