package dev.rushlight.exchange;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is owed to the hubs.
 *
 * <p>Whoever decides something writes it down here in the same transaction, so that nobody can decide and forget the
 * hub: if the decision is there, so is the debt. A debt may first be HELD, while its author can still undo it; then it
 * is READY, and the relay claims it (SENT), publishes it under an id that never changes, and waits for the hub's
 * acknowledgement. If that does not come, the debt is READY again, a little later each time, until after twenty tries
 * it is DEAD and waits for an administrator. A process that dies in between leaves rows SENT; they are READY again at
 * the next start, and the hub may see them twice, but under the same id.
 *
 * <p>The events of one line leave in the order in which they were owed: a row is not claimed while an earlier one of its
 * line is still owed. A DEAD row holds nobody up.
 *
 * <p>Everything here joins the caller's transaction.
 */
public interface Outbox {

    /** Owes an answer with finished data to the one client that asked. */
    void oweReceipt(ConnectionId connection, String target, String inReplyTo, String payload);

    /**
     * Owes an event about a subject of a line; it is written when it is sent, and may be cancelled during the grace.
     */
    default void owe(ConnectionId connection, OwedKind kind, UUID line, UUID subject, Duration grace) {
        owe(connection, kind, line, subject, grace, Audience.CLIENT);
    }

    /**
     * As above, to every connection that shall hear of it: the one that the line came through and those that hear
     * everything, but never one where clients listen if it is for the team.
     */
    void owe(ConnectionId own, OwedKind kind, UUID line, UUID subject, Duration grace, Audience audience);

    /** Whether a hub is told of what is said, to that audience, of a line that came through a connection. */
    boolean tells(ConnectionId hub, ConnectionId own, Audience audience);

    /** Takes back what is still HELD, at every hub; false when it is too late for one of them, or nobody was told. */
    boolean cancel(UUID subject);

    /**
     * How far the events about these subjects have come, at the hub where they are least far; nothing about those that
     * nobody has to hear of.
     */
    Map<UUID, Standing> standing(Collection<UUID> subjects);

    /** The same for one subject, hub by hub. */
    List<HubStanding> standings(UUID subject);

    /** Tells the outbox of a new connection, or that what a connection hears has changed. */
    void route(ConnectionId connection, Routing routing);

    /** Forgets a connection that nothing is owed to. */
    void unroute(ConnectionId connection);

    boolean owesAnythingTo(ConnectionId connection);
}
