package dev.rushlight.server;

import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Databases that live as long as a test. */
public final class TestDatabase {
    private TestDatabase() {}

    public static DataSource empty() {
        var dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(UUID.randomUUID()));
        return dataSource;
    }
}
