package dev.rushlight.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class MigrationsTest {

    private final InstallationDataSource dataSource;

    MigrationsTest(Database database) {
        dataSource = new InstallationDataSource(database.fresh());
    }

    @Test
    void theSchemaIsMadeOnceAndStandsBesideAnothers() throws Exception {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema hub");
            statement.execute("create table hub.event (id integer primary key)");

            Migrations.migrate(dataSource);
            statement.execute("create table review.kept (id integer primary key)");
            Migrations.migrate(dataSource);

            try (var tables = statement.executeQuery(
                    "select count(*) from information_schema.tables where lower(table_schema) = 'review'"
                            + " and lower(table_name) in ('person', 'review_item', 'decision', 'outbox', 'search_token', 'kept')")) {
                tables.next();
                assertThat(tables.getInt(1)).isEqualTo(6);
            }
        }
    }

    @Test
    void theDataSourceNamesItsDatabase() throws Exception {
        try (var connection = dataSource.getConnection()) {
            assertThat(connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT))
                    .isIn("h2", "postgresql");
        }
        assertThat(dataSource.isWrapperFor(InstallationDataSource.class)).isTrue();
        assertThat(dataSource.unwrap(InstallationDataSource.class)).isSameAs(dataSource);
    }
}
