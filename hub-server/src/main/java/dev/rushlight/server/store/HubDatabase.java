package dev.rushlight.server.store;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jooq.tools.jdbc.JDBCUtils;

/** Opens the schema {@code hub}: migrated, and ready for queries in the dialect of the database behind it. */
public final class HubDatabase {
    /** The schema's name, quoted wherever it is used: H2 would turn it into capitals. */
    public static final String SCHEMA = "hub";

    static {
        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
    }

    private HubDatabase() {}

    /** Migrates the schema and returns the way to query it; a second caller waits for the first one's migration. */
    public static DSLContext open(DataSource dataSource) {
        Flyway.configure(HubDatabase.class.getClassLoader())
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("classpath:db/migration/hub")
                .load()
                .migrate();
        try (var connection = dataSource.getConnection()) {
            return DSL.using(dataSource, JDBCUtils.dialect(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The hub's database cannot be reached", e);
        }
    }
}
