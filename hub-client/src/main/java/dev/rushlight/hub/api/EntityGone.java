package dev.rushlight.hub.api;

/** An entity was used that does not exist: it was deleted, or its creation was rolled back. */
public final class EntityGone extends RuntimeException {

    EntityGone(EntityKey key) {
        super(key + " does not exist any more");
    }
}
