package dev.rushlight.hub.api;

import static dev.rushlight.hub.api.ConnectionTest.Outcome.FAILED;
import static dev.rushlight.hub.api.ConnectionTest.Outcome.PASSED;
import static dev.rushlight.hub.api.ConnectionTest.Outcome.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.api.ConnectionTest.Step;
import dev.rushlight.hub.peer.ScriptedPeer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConnectionTestTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final ScriptedPeer peer = new ScriptedPeer();

    @BeforeEach
    void serve() {
        peer.onApi(request -> HttpAnswer.ok("[{\"version\":\"4.14.0\"}]"));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void aGoodServerPassesEveryStep() {
        var steps = run();
        assertThat(steps)
                .extracting(Step::name)
                .containsExactly("NAME", "CONNECT", "CREDENTIALS", "HANDSHAKE", "SUBSCRIBE", "ECHO");
        assertThat(steps).extracting(Step::outcome).containsOnly(PASSED);
        assertThat(steps.get(0).detail()).isEqualTo("127.0.0.1");
        assertThat(steps.get(2).detail()).isEqualTo("server version 4.14.0");
        assertThat(steps.get(5).detail()).startsWith("round trip ");
        assertThat(steps).extracting(Step::took).allMatch(took -> !took.isNegative());
    }

    @Test
    void theEchoIsAddressedToTheTestAlone() {
        run();
        assertThat(peer.nextEvent("rushlight.connection-test").event().target()).startsWith("id=");
    }

    @Test
    void aWrongKeyFailsAtTheCredentials() {
        peer.onApi(request ->
                HttpAnswer.ok("{\"exception\":\"InvalidCredentialsError\",\"content\":\"wrong\",\"error_code\":null}"));
        var steps = run();
        assertThat(steps).extracting(Step::outcome).containsExactly(PASSED, PASSED, FAILED, SKIPPED, SKIPPED, SKIPPED);
        assertThat(steps.get(2).detail()).contains("InvalidCredentialsError");
    }

    @Test
    void aRefusedHandshakeFailsThere() {
        peer.onHandshake(request -> HttpAnswer.of(401, ""));
        assertThat(failure(run())).isEqualTo("HANDSHAKE: The server refuses user jo (HTTP 401)");
    }

    @Test
    void aServerThatAdmitsNoWebSocketFailsAtSubscribing() {
        peer.onUpgrade(request -> false);
        assertThat(failure(run())).startsWith("SUBSCRIBE: the WebSocket did not open");
    }

    @Test
    void aServerThatSwallowsEventsFailsAtTheEcho() {
        peer.onEvent((connection, event) -> {
            connection.note(event);
            connection.acknowledge(event);
        });
        assertThat(failure(ConnectionTest.run(peer.settings(), Duration.ofMillis(1_500))))
                .isEqualTo("ECHO: took too long");
    }

    @Test
    void aServerThatIsNotThereFailsToConnect() {
        peer.close();
        assertThat(failure(run())).startsWith("CONNECT: ");
    }

    @Test
    void anUnknownNameFailsThere() {
        var settings =
                HubSettings.of(HubSettings.address("http://no-such-host.invalid"), new Credentials("jo", "s3cret-key"));
        assertThat(failure(ConnectionTest.run(settings, LONG))).startsWith("NAME: ");
    }

    @Test
    void aServerWithoutTlsFailsToConnectSecurely() {
        var settings = HubSettings.of(
                HubSettings.address("https://127.0.0.1:" + peer.port()), new Credentials("jo", "s3cret-key"));
        assertThat(failure(ConnectionTest.run(settings, Duration.ofMillis(1_500))))
                .startsWith("CONNECT: ");
    }

    private List<Step> run() {
        return ConnectionTest.run(peer.settings(), LONG);
    }

    private static String failure(List<Step> steps) {
        var failed = steps.stream().filter(step -> step.outcome() == FAILED).toList();
        assertThat(failed).hasSize(1);
        assertThat(steps.toString()).doesNotContain("s3cret");
        return failed.get(0).name() + ": " + failed.get(0).detail();
    }
}
