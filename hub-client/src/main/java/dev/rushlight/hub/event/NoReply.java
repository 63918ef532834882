package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;

/** A request that was to be replied to was not, and why. */
public final class NoReply extends RuntimeException {

    private final boolean refused;

    NoReply(String eventId, String why) {
        this(eventId, why, false);
    }

    /** Of an event that was not acknowledged. */
    NoReply(String eventId, Delivery delivery) {
        this(eventId, delivery.detail(), delivery.result() == Delivery.Result.REFUSED);
    }

    private NoReply(String eventId, String why, boolean refused) {
        super("No reply to event %s: %s".formatted(eventId, why));
        this.refused = refused;
    }

    /** Whether the server refused the event, so that nobody heard it; otherwise somebody may have. */
    public boolean isRefused() {
        return refused;
    }
}
