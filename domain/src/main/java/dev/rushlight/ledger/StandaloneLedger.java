package dev.rushlight.ledger;

import dev.rushlight.installation.DatabaseClock;
import dev.rushlight.installation.Installation;
import dev.rushlight.installation.StandaloneDatabase;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.function.Function;

/** The ledger desk without a container, for the headless tool. */
public final class StandaloneLedger implements AutoCloseable {

    private final StandaloneDatabase database;
    private final SealKey key;
    private final SealLog log;
    private final Clock clock = new DatabaseClock(Clock.systemUTC());

    private StandaloneLedger(StandaloneDatabase database, Installation installation) {
        this.database = database;
        this.key = new SealKey(installation);
        this.log = new SealLog(installation);
    }

    /** Fails as {@link StandaloneDatabase#open} does. */
    public static StandaloneLedger open(Installation installation) {
        return new StandaloneLedger(StandaloneDatabase.open(installation), installation);
    }

    /** The ledger for other work without a container; it joins the transaction of this entity manager. */
    public static Ledger joining(EntityManager entities, Clock clock) {
        return new JpaLedger(entities, clock);
    }

    /** Any work at the desk, as one transaction. */
    public <T> T inTransaction(Function<LedgerDesk, T> work) {
        return database.inTransaction(entities ->
                work.apply(new LedgerDesk(new JpaSeals(entities), new JpaChain(entities), key, log, clock)));
    }

    @Override
    public void close() {
        database.close();
    }
}
