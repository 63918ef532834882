package dev.rushlight.server.account;

import dev.rushlight.server.TestDatabase;
import javax.sql.DataSource;

class H2AccountsTest extends AccountsContract {
    @Override
    DataSource emptyDatabase() {
        return TestDatabase.empty();
    }
}
