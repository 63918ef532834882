package dev.rushlight.hub.api;

/** An attribute was read that the session was not told yet, and it may not ask by itself. */
public final class AttributeNotLoaded extends RuntimeException {

    AttributeNotLoaded(EntityKey key, String attribute) {
        super("%s.%s is not loaded, and the session does not populate by itself".formatted(key, attribute));
    }
}
