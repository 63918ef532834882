package dev.rushlight.exchange;

import dev.rushlight.installation.DatabaseTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.UUID;

/**
 * Where processes that share a database agree on which of them works for a connection. A process holds a connection for
 * {@link #LASTS} and says so again well before that is over; when it dies, another takes over, within 30 seconds in all.
 * The database's clock counts, since theirs may differ.
 */
@ApplicationScoped
@Transactional
public class LeaseDesk {

    public static final Duration LASTS = Duration.ofSeconds(20);

    private final EntityManager entities;
    private final DatabaseTime time;

    @Inject
    LeaseDesk(EntityManager entities, DatabaseTime time) {
        this.entities = entities;
        this.time = time;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected LeaseDesk() { // for CDI
        this(null, null);
    }

    /** True for the one process that works for this connection from now on, or goes on doing so. */
    public boolean hold(ConnectionId connection, UUID node) {
        var now = time.now();
        return entities.createQuery("update Lease l set l.holder = :me, l.heldUntil = :until"
                                + " where l.connection = :connection and (l.holder = :me or l.heldUntil <= :now)")
                        .setParameter("me", node.toString())
                        .setParameter("until", now.plus(LASTS))
                        .setParameter("connection", connection.value())
                        .setParameter("now", now)
                        .executeUpdate()
                == 1;
    }

    /** Lets others take over at once. */
    public void release(ConnectionId connection, UUID node) {
        entities.createQuery("update Lease l set l.holder = :nobody, l.heldUntil = :now"
                        + " where l.connection = :connection and l.holder = :me")
                .setParameter("nobody", Lease.NOBODY)
                .setParameter("now", time.now())
                .setParameter("connection", connection.value())
                .setParameter("me", node.toString())
                .executeUpdate();
    }
}
