package dev.rushlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.server.http.Fault;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hub on a machine whose locale writes numbers with other digits. */
class OtherDigitsTest {
    private final Locale usual = Locale.getDefault();

    @BeforeEach
    void goToEgypt() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        assertThat("%d".formatted(15)).isNotEqualTo("15");
    }

    @AfterEach
    void comeBack() {
        Locale.setDefault(usual);
    }

    @Test
    void faultsTellTimesInUsualDigits() {
        assertThat(Fault.tooManyWrongKeys(Duration.ofSeconds(15)).content()).endsWith("in 15 seconds.");
    }

    @Test
    void clientsConnectAsEverywhere() throws Exception {
        try (var server = HubServer.start(HubLimits.standard())) {
            var answer = server.send(server.request("/socket.io/1/")
                    .header("ftrack-user", "jo")
                    .header("ftrack-api-key", server.keyOf("jo")));
            assertThat(answer.body()).matches("[0-9a-f]{32}:15:60:websocket");
            try (var jo = server.open(answer.body().split(":")[0])) {
                assertThat(jo.hears()).isEqualTo("1::");
                jo.says("""
                        5:7+::{"name":"ftrack.event","args":[{"topic":"ftrack.meta.subscribe","id":"s","data":{},\
                        "source":{"id":"h"},"target":"topic=x"}]}""");
                assertThat(jo.hearsNews()).startsWith("6:::7+[{\"success\":false,");
                jo.says("""
                        5:8+::{"name":"ftrack.event","args":[{"topic":"ftrack.meta.subscribe","id":"s",\
                        "data":{"subscriber":{"id":""},"subscription":"topic=x"},"source":{"id":"h"},"target":""}]}""");
                assertThat(jo.hearsNews()).contains("an id of 1 to 256 characters");
            }
        }
    }
}
