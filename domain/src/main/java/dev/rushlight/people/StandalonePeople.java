package dev.rushlight.people;

import dev.rushlight.installation.DatabaseClock;
import dev.rushlight.installation.Installation;
import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.installation.Migrations;
import dev.rushlight.ledger.StandaloneLedger;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;

/** The people desk without a container: it opens (and migrates) the database itself, for the headless tool. */
public final class StandalonePeople implements AutoCloseable {

    // An embedded database closes with its last connection; this one keeps it open in between.
    private final Connection anchor;
    private final InstallationDataSource database;
    private final EntityManagerFactory factory;
    private final Passwords passwords = new Passwords();
    private final Tokens tokens = new Tokens();
    private final Clock clock = new DatabaseClock(Clock.systemUTC());
    private final LoginBackOff backOff = new LoginBackOff(clock);

    private StandalonePeople(Connection anchor, InstallationDataSource dataSource) {
        this.anchor = anchor;
        this.database = dataSource;
        this.factory = Persistence.createEntityManagerFactory(
                "review",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", dataSource));
    }

    /** Fails with one readable line when the database cannot be opened, as when a server holds it. */
    public static StandalonePeople open(Installation installation) {
        var dataSource = new InstallationDataSource(installation.database());
        try {
            var anchor = dataSource.getConnection();
            Migrations.migrate(dataSource);
            return new StandalonePeople(anchor, dataSource);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    public boolean adminExists() {
        return inTransaction(PeopleDesk::adminExists);
    }

    public Identity createFirstAdmin(String username, String displayName, String password) {
        return inTransaction(desk -> desk.createFirstAdmin(username, displayName, password));
    }

    /** Any other work at the desk, as one transaction. */
    public <T> T inTransaction(Function<PeopleDesk, T> work) {
        var entities = factory.createEntityManager();
        var transaction = entities.getTransaction();
        try {
            transaction.begin();
            var people = new JpaPeople(entities);
            var logIns = new LoginDesk(people, clock);
            var result = work.apply(new PeopleDesk(
                    people,
                    passwords,
                    tokens,
                    clock,
                    backOff,
                    logIns,
                    StandaloneLedger.joining(entities, clock),
                    nobodyListens -> {}));
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
