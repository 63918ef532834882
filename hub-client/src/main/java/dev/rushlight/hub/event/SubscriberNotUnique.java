package dev.rushlight.hub.event;

/** A hub already has a subscriber with this id. */
public final class SubscriberNotUnique extends RuntimeException {

    SubscriberNotUnique(String id) {
        super("There already is a subscriber \"" + id + "\"");
    }
}
