package dev.rushlight.ledger;

import dev.rushlight.installation.DatabaseClock;
import dev.rushlight.installation.Installation;
import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.installation.Migrations;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/** The ledger desk without a container: it opens (and migrates) the database itself, for the headless tool. */
public final class StandaloneLedger implements AutoCloseable {

    // An embedded database closes with its last connection; this one keeps it open in between.
    private final Connection anchor;
    private final InstallationDataSource database;
    private final EntityManagerFactory factory;
    private final Installation installation;
    private final Clock clock = new DatabaseClock(Clock.systemUTC());

    private StandaloneLedger(Connection anchor, InstallationDataSource dataSource, Installation installation) {
        this.anchor = anchor;
        this.database = dataSource;
        this.installation = installation;
        this.factory = Persistence.createEntityManagerFactory(
                "review",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", dataSource));
    }

    /** Fails with one readable line when the database cannot be opened, as when a server holds it. */
    public static StandaloneLedger open(Installation installation) {
        var dataSource = new InstallationDataSource(installation.database());
        try {
            var anchor = dataSource.getConnection();
            Migrations.migrate(dataSource);
            return new StandaloneLedger(anchor, dataSource, installation);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    /** The ledger for other work without a container; it joins the transaction of this entity manager. */
    public static Ledger joining(EntityManager entities, Clock clock) {
        return new JpaLedger(entities, clock);
    }

    /** Any work at the desk, as one transaction. */
    public <T> T inTransaction(Function<LedgerDesk, T> work) {
        var entities = factory.createEntityManager();
        var transaction = entities.getTransaction();
        try {
            transaction.begin();
            var result = work.apply(new LedgerDesk(
                    new JpaSeals(entities),
                    new JpaChain(entities),
                    new SealKey(installation),
                    new SealLog(installation),
                    clock));
            transaction.commit();
            return result;
        } finally {
            if (transaction.isActive()) {
                transaction.rollback();
            }
            entities.close();
        }
    }

    @Override
    public void close() {
        factory.close();
        try {
            anchor.close();
            database.end();
        } catch (SQLException failed) {
            throw new IllegalStateException("The database did not close: " + failed.getMessage(), failed);
        }
    }
}
