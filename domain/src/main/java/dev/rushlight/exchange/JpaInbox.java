package dev.rushlight.exchange;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The inbox in the database. */
@Dependent
class JpaInbox implements Inbox {

    private final EntityManager entities;
    private final Clock clock;
    private final Event<InboxChanged> changes;

    @Inject
    JpaInbox(EntityManager entities, Clock clock, Event<InboxChanged> changes) {
        this.entities = entities;
        this.clock = clock;
        this.changes = changes;
    }

    @Override
    public void open(ConnectionId connection) {
        entities.persist(new InboxGate(connection));
        entities.persist(new Lease(connection, clock.instant()));
    }

    @Override
    public void close(ConnectionId connection) {
        for (var whole : List.of("InboxGate", "Lease")) {
            entities.createQuery("delete from %s r where r.connection = :connection".formatted(whole))
                    .setParameter("connection", connection.value())
                    .executeUpdate();
        }
    }

    @Override
    public void enter(ConnectionId connection) {
        if (entities.find(InboxGate.class, connection.value(), LockModeType.PESSIMISTIC_WRITE) == null) {
            throw new IllegalArgumentException("There is no connection " + connection);
        }
    }

    @Override
    public Optional<String> receiptFor(ConnectionId connection, String eventId) {
        return entities.createQuery(
                        "select r.receipt from InboxRow r where r.connection = :connection and r.eventId = :eventId",
                        String.class)
                .setParameter("connection", connection.value())
                .setParameter("eventId", Intake.kept(eventId))
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<String> receiptForKey(ConnectionId connection, String submissionKey) {
        return entities.createQuery(
                        "select r.receipt from InboxRow r where r.connection = :connection and r.submissionKey = :key",
                        String.class)
                .setParameter("connection", connection.value())
                .setParameter("key", submissionKey)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void keep(Intake intake) {
        entities.persist(new InboxRow(intake));
        changes.fire(new InboxChanged(intake.connection()));
    }

    @Override
    public boolean holdsAnythingFrom(ConnectionId connection) {
        return !entities.createQuery("select r.id from InboxRow r where r.connection = :connection")
                .setParameter("connection", connection.value())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
