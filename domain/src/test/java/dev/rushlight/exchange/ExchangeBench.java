package dev.rushlight.exchange;

import dev.rushlight.installation.HeardEvents;
import jakarta.persistence.EntityManager;
import java.time.Clock;

/** Builds inbox and outbox for one transaction, and remembers what they announce. */
public final class ExchangeBench {

    public final HeardEvents<OutboxChanged> outboxChanges = new HeardEvents<>();
    public final HeardEvents<InboxChanged> inboxChanges = new HeardEvents<>();
    public final HeardEvents<DeliveryMoved> moves = new HeardEvents<>();
    private final Clock clock;

    public ExchangeBench(Clock clock) {
        this.clock = clock;
    }

    public Outbox outbox(EntityManager entities) {
        return rows(entities);
    }

    private JpaOutbox rows(EntityManager entities) {
        return new JpaOutbox(entities, clock, outboxChanges);
    }

    public Inbox inbox(EntityManager entities) {
        return new JpaInbox(entities, clock, inboxChanges);
    }

    public OutboxDesk desk(EntityManager entities) {
        return new OutboxDesk(rows(entities), clock, outboxChanges, moves);
    }
}
