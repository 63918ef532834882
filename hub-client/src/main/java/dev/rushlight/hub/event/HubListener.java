package dev.rushlight.hub.event;

import dev.rushlight.hub.HubStatus;

/**
 * Hears what happens to a hub connection: its states, and what just happened to it.
 *
 * <p>Each listener is told everything in order, one thing at a time, on a thread that is neither the hub's nor another
 * listener's, so that a slow or throwing one harms nobody; one that is more than a thousand pieces of news behind misses
 * the next ones.
 */
public interface HubListener {

    /** The connection has a new state. */
    default void moved(HubStatus status) {}

    /** A socket is open, and the subscriptions are announced on it. */
    default void opened() {}

    /** A try to connect failed; another one follows. */
    default void unreached(String why) {}

    /** The server does not accept the credentials; no further try follows. */
    default void refused(String why) {}

    /** The server answered all of so many subscriptions, at the first connection or again: the hub is live. */
    default void subscribed(int subscriptions) {}

    /** The server refused a subscription, with its own words; some do that with a repeated one. */
    default void subscriptionRefused(Subscription subscription, String why) {}

    /** So many events were sent again, because a lost connection had not acknowledged them. */
    default void resent(int publications) {}

    /** The {@link CatchUp} answered, and so many of its events were not known yet. */
    default void caughtUp(int events) {}

    /** The {@link CatchUp} did not answer as it should: events since the loss may be missing. */
    default void notCaughtUp(LastSeen since, String why) {}

    /** A connection that was open is gone; another try follows. */
    default void lost(String why) {}

    /** An event is not handled, as the {@code soFar}-th one, because the handlers are too far behind. */
    default void missed(Event event, long soFar) {}

    /** The server sent something that cannot be read as an event or a packet, and was passed over. */
    default void unreadable(String why) {}

    /** What was passed over stood in an event's place; {@link #unreadable} is told of it as well. */
    default void unreadableEvent(String text, String why) {}
}
