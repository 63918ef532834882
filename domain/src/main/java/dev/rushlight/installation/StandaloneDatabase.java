package dev.rushlight.installation;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.Function;

/** The installation's database without a container, for headless tools: opened, and migrated, until it is closed. */
public final class StandaloneDatabase implements AutoCloseable {

    private final InstallationDataSource dataSource;
    private final EntityManagerFactory factory;

    private StandaloneDatabase(InstallationDataSource dataSource) {
        this.dataSource = dataSource;
        this.factory = Persistence.createEntityManagerFactory(
                "review",
                Map.of(
                        "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource", "",
                        "jakarta.persistence.nonJtaDataSource", dataSource));
    }

    /** Fails with one readable line when the database cannot be opened, as when a server holds it. */
    public static StandaloneDatabase open(Installation installation) {
        var dataSource = new InstallationDataSource(installation.database());
        try {
            dataSource.getConnection().close();
            Migrations.migrate(dataSource);
            return new StandaloneDatabase(dataSource);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        }
    }

    /** Does all of the work, or nothing when it throws. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        var entities = factory.createEntityManager();
        var transaction = entities.getTransaction();
        try {
            transaction.begin();
            var result = work.apply(entities);
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
            dataSource.end();
        } catch (SQLException failed) {
            throw new IllegalStateException("The database did not close: " + failed.getMessage(), failed);
        }
    }
}
