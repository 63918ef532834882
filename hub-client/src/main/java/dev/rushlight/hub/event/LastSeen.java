package dev.rushlight.hub.event;

import java.time.Instant;
import java.util.Optional;

/**
 * Up to where events are known: the last event that was heard, if there was one, and since when nothing was heard.
 *
 * @param at by this machine's clock
 */
public record LastSeen(Optional<String> eventId, Instant at) {

    public static LastSeen of(String eventId, Instant at) {
        return new LastSeen(Optional.of(eventId), at);
    }
}
