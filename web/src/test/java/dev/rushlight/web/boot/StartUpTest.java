package dev.rushlight.web.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StartUpTest {
    @Test
    void databaseSpeaksForItself() {
        var failed = new IllegalStateException(
                "Failed to initialize pool",
                new SQLException(
                        "The database /data/rushlight.mv.db is in use by another process",
                        new SQLException("Database may be already in use: lock file recently modified")));

        assertThat(StartUp.reason(failed)).isEqualTo("The database /data/rushlight.mv.db is in use by another process");
    }

    @Test
    void otherFailuresSayWhatTheySay() {
        assertThat(StartUp.reason(new IllegalArgumentException("RUSHLIGHT_PORT must be a number")))
                .isEqualTo("RUSHLIGHT_PORT must be a number");
        assertThat(StartUp.reason(new NullPointerException())).contains("NullPointerException");
    }
}
