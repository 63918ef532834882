package dev.rushlight.hub.event;

/** A request that was to be replied to was not, and why. */
public final class NoReply extends RuntimeException {

    NoReply(String eventId, String why) {
        super("No reply to event %s: %s".formatted(eventId, why));
    }
}
