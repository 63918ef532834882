package dev.rushlight.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Lets go of what was exchanged long ago, a batch at a time.
 *
 * <p>What stays for ever: the outbox rows of decisions, which are as many as the decisions and say when each hub heard;
 * and whatever is still owed, or dead and waits for an administrator.
 */
@ApplicationScoped
@Transactional
public class PurgeDesk {

    private static final Set<OutboxState> SETTLED = Set.of(OutboxState.ACKNOWLEDGED, OutboxState.CANCELLED);

    private final EntityManager entities;

    @Inject
    PurgeDesk(EntityManager entities) {
        this.entities = entities;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected PurgeDesk() { // for CDI
        this(null);
    }

    /**
     * Forgets events that came in before: from then on a repetition is not recognised any more, except by the number of
     * its version.
     *
     * @return how many went; fewer than the most means that there are no more
     */
    public int forgetReceived(Instant before, int most) {
        return delete(
                "InboxRow",
                entities.createQuery(
                                "select r.id from InboxRow r where r.receivedAt < :before order by r.receivedAt, r.id",
                                Long.class)
                        .setParameter("before", before)
                        .setMaxResults(most)
                        .getResultList());
    }

    /** Forgets events, other than decisions, that were settled before. */
    public int forgetSettled(Instant before, int most) {
        return delete(
                "OutboxRow",
                entities.createQuery(
                                "select r.id from OutboxRow r where r.settledAt < :before and r.state in :settled"
                                        + " and r.kind <> :decision order by r.settledAt, r.id",
                                Long.class)
                        .setParameter("before", before)
                        .setParameter("settled", SETTLED)
                        .setParameter("decision", OwedKind.DECISION)
                        .setMaxResults(most)
                        .getResultList());
    }

    private int delete(String what, List<Long> ids) {
        return ids.isEmpty()
                ? 0
                : entities.createQuery("delete from %s r where r.id in :ids".formatted(what))
                        .setParameter("ids", ids)
                        .executeUpdate();
    }
}
