package dev.rushlight.exchange;

import java.util.Optional;

/**
 * What was already taken in from the hubs, with the answer that each event got. Everything here joins the caller's
 * transaction.
 */
public interface Inbox {

    /** Opens the gate of a new connection. */
    void open(ConnectionId connection);

    /** Forgets a connection that nothing ever came through. */
    void close(ConnectionId connection);

    /** Waits until nobody else takes something in from this connection, until the end of the transaction. */
    void enter(ConnectionId connection);

    /** The receipt that this event got when it came first. */
    Optional<String> receiptFor(ConnectionId connection, String eventId);

    /** The receipt that the accepted submission with this key got when it came first. */
    Optional<String> receiptForKey(ConnectionId connection, String submissionKey);

    void keep(Intake intake);

    boolean holdsAnythingFrom(ConnectionId connection);
}
