package dev.rushlight.hub.event;

/** The JSON is not an event. */
public final class MalformedEvent extends RuntimeException {

    MalformedEvent(String reason) {
        super(reason);
    }
}
