package dev.rushlight.ledger;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The ledger in the database. */
@Dependent
class JpaLedger implements Ledger {

    private final EntityManager entities;
    private final Clock clock;

    @Inject
    JpaLedger(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    @Override
    public void record(LedgerEntry entry) {
        var head = held(entry.line()).orElseGet(() -> begin(entry.line()));
        var row = new LedgerRow(entry, clock.instant());
        entities.persist(row);
        head.append(row);
        // Whoever holds the head reads it from the database, also for the next entry of this transaction.
        entities.flush();
    }

    private LedgerHead begin(UUID line) {
        entities.find(LedgerGate.class, LedgerGate.of(line), LockModeType.PESSIMISTIC_WRITE);
        return held(line).orElseGet(() -> {
            var head = new LedgerHead(line);
            entities.persist(head);
            return head;
        });
    }

    private Optional<LedgerHead> held(UUID line) {
        return Optional.ofNullable(entities.find(LedgerHead.class, line, LockModeType.PESSIMISTIC_WRITE));
    }
}
