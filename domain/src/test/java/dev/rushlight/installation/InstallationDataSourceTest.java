package dev.rushlight.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class InstallationDataSourceTest {

    @Test
    void postgresqlPlansEachStatementForItsOwnValuesHoweverOftenItIsUsed() throws SQLException {
        var database = new InstallationDataSource(Database.POSTGRESQL.fresh());
        try (var connection = database.getConnection();
                var kept = connection.prepareStatement("select count(*) from pg_prepared_statements where name <> ?")) {
            kept.setString(1, "");
            for (var use = 1; use <= 20; use++) {
                try (var rows = kept.executeQuery()) {
                    rows.next();
                    assertThat(rows.getInt(1)).as("after %d uses", use).isZero();
                }
            }
        }
    }
}
