package dev.rushlight.hub.event;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Finds the events that a hub published while the connection was lost.
 *
 * <p>A hub that replays is asked for what followed the last event; public ftrack hubs do not replay, so there one asks
 * the server's API what has changed since and makes events of that. The events reach the handlers in the order given,
 * before all that the new connection brings, and without those that were heard before.
 *
 * <pre>{@code
 * EventHub.builder(settings)
 *         .catchUp(last -> supplyAsync(() -> versionsChangedSince(last.at()), executor), Duration.ofSeconds(10))
 * }</pre>
 */
@FunctionalInterface
public interface CatchUp {

    /** How many events one answer may hold. */
    int MOST_EVENTS = 10_000;

    /**
     * Called after each reconnect, when every subscription is in force again, on a thread that may block.
     *
     * @return the missed events, oldest first; too many, a failure or none in time are told to the {@link HubListener}s
     */
    CompletionStage<List<Event>> since(LastSeen last);
}
