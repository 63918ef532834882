package dev.rushlight.installation;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the domain's schema {@code review} up to date; it has its own history, beside the hub's. */
public final class Migrations {

    private Migrations() {}

    public static void migrate(DataSource dataSource) {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(schemaAsTheDatabaseWritesIt(dataSource))
                .locations("classpath:db/migration/review")
                .load()
                .migrate();
    }

    /** Flyway quotes the name, and an unquoted {@code review} in our statements is folded by each database its own way. */
    private static String schemaAsTheDatabaseWritesIt(DataSource dataSource) {
        try (var connection = dataSource.getConnection()) {
            return connection.getMetaData().storesUpperCaseIdentifiers() ? "REVIEW" : "review";
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot open the database: " + failed.getMessage(), failed);
        }
    }
}
