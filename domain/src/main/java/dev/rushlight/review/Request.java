package dev.rushlight.review;

import java.util.Optional;
import java.util.UUID;

/**
 * By what way an act was asked for.
 *
 * @param id chosen by whoever asks: asking again under the same id does nothing, and is answered as before
 * @param causeEvent the event that asked, when it came over a hub
 */
public record Request(Optional<UUID> id, Optional<String> causeEvent) {

    /** Asked once, by a person on a page. */
    public static Request plain() {
        return new Request(Optional.empty(), Optional.empty());
    }

    public static Request of(UUID id) {
        return new Request(Optional.of(id), Optional.empty());
    }

    public Request causedBy(String event) {
        return new Request(id, Optional.of(event));
    }
}
