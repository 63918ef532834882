package dev.rushlight.installation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The two databases that everything runs on; each is started once and migrated as in production. */
public enum Database {
    H2 {
        @Override
        public DatabaseSettings fresh() {
            return new DatabaseSettings(
                    "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000".formatted(UUID.randomUUID()), "tester", "t");
        }

        @Override
        DataSource pooled(DatabaseSettings settings) {
            return limited(JdbcConnectionPool.create(settings.url(), settings.user(), settings.password()));
        }
    },
    POSTGRESQL {
        @Override
        public DatabaseSettings fresh() {
            var name = "t" + UUID.randomUUID().toString().replace("-", "");
            try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
            return new DatabaseSettings(
                    Server.RUNNING.getJdbcUrl("postgres", name).split("\\?")[0], "postgres", "");
        }

        @Override
        DataSource pooled(DatabaseSettings settings) {
            var server = new PGConnectionPoolDataSource();
            server.setURL(settings.url());
            server.setUser(settings.user());
            return limited(JdbcConnectionPool.create(server));
        }
    };

    /** Started by the first test that needs it; it ends with the process. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private final StatementLog log = new StatementLog();

    // guarded by this
    private EntityManagerFactory factory;

    /** A database that nobody else uses. */
    public abstract DatabaseSettings fresh();

    abstract DataSource pooled(DatabaseSettings settings);

    /** As many connections as the container's pool has. */
    private static DataSource limited(JdbcConnectionPool pool) {
        pool.setMaxConnections(16);
        return pool;
    }

    public EntityManagerFactory open(DatabaseSettings settings) {
        return open(pooled(settings));
    }

    public static EntityManagerFactory open(DataSource dataSource) {
        Migrations.migrate(dataSource);
        return Persistence.createEntityManagerFactory(
                "review",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource));
    }

    /** The database that tests share; each keeps to its own connections, people and projects. */
    public synchronized EntityManagerFactory shared() {
        if (factory == null) {
            factory = open(log.listeningTo(pooled(fresh())));
        }
        return factory;
    }

    /** Every statement that the shared database was sent so far. */
    public List<String> statements() {
        return log.statements();
    }

    public <T> T inTransaction(Function<EntityManager, T> work) {
        return inTransaction(shared(), work);
    }

    public void doInTransaction(Consumer<EntityManager> work) {
        inTransaction(entities -> {
            work.accept(entities);
            return true;
        });
    }

    public static <T> T inTransaction(EntityManagerFactory factory, Function<EntityManager, T> work) {
        var entities = factory.createEntityManager();
        try {
            entities.getTransaction().begin();
            var result = work.apply(entities);
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            entities.close();
        }
    }
}
