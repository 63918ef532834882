package dev.rushlight.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServerInformationTest {

    /** The expected hash was printed by Python 3. */
    @Test
    void theHashOfOurSchemasIsWhatPythonComputes() {
        assertThat(ServerInformation.of(Schemas.load()).getString("schema_hash"))
                .isEqualTo("07e279673f313a1923f567e5babea650");
    }
}
