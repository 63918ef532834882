package dev.rushlight.tools.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.peer.ScriptedPeer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PingCommandTest {

    private final ScriptedPeer peer = new ScriptedPeer();
    private final Shell shell = Shell.at(peer.address());

    @BeforeEach
    void answerDecently() {
        peer.onApi(request -> HttpAnswer.ok("[{\"version\":\"4.13.8\u001b[1m\"}]".replace("\u001b", "\\u001b")));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void everyStepIsALineWithItsTime() {
        assertThat(shell.run("ping")).isZero();

        assertThat(shell.lines())
                .hasSize(6)
                .allSatisfy(line -> assertThat(line).matches("[A-Z]+ +passed +[0-9]+[.][0-9] ms  .+"));
        assertThat(shell.output()).contains("server version 4.13.8\\u001b[1m");
    }

    @Test
    void jsonTellsTheSame() {
        assertThat(shell.run("ping", "--json")).isZero();

        assertThat(shell.json().getBoolean("passed")).isTrue();
        assertThat(shell.json().getString("server")).isEqualTo(peer.address().toString());
        assertThat(steps("name")).containsExactly("NAME", "CONNECT", "CREDENTIALS", "HANDSHAKE", "SUBSCRIBE", "ECHO");
        assertThat(steps("outcome")).containsOnly("PASSED");
        assertThat(shell.json().getJsonArray("steps").getValuesAs(JsonObject.class))
                .allSatisfy(step ->
                        assertThat(step.getJsonNumber("millis").doubleValue()).isGreaterThanOrEqualTo(0));
    }

    @Test
    void aWrongKeyFailsAtTheCredentials() {
        peer.onApi(request -> HttpAnswer.ok(
                "{\"exception\":\"InvalidCredentialsError\",\"content\":\"no such key\",\"error_code\":null}"));

        assertThat(shell.run("ping", "--json")).isEqualTo(1);

        assertThat(shell.json().getBoolean("passed")).isFalse();
        assertThat(steps("outcome")).containsExactly("PASSED", "PASSED", "FAILED", "SKIPPED", "SKIPPED", "SKIPPED");
        assertThat(shell.output()).contains("no such key").doesNotContain(Shell.KEY);
    }

    @Test
    void aServerThatIsDownIsExitCode3() {
        peer.close();

        assertThat(shell.run("ping")).isEqualTo(3);

        assertThat(shell.lines()).anyMatch(line -> line.matches("CONNECT +failed .*refused"));
        assertThat(shell.lines()).last().isEqualTo("ECHO         skipped");
    }

    @Test
    void aHubThatRefusesTheSubscriptionIsExitCode1() {
        peer.onEvent((connection, event) -> event.packetId()
                .ifPresent(
                        id -> connection.send("6:::%s+[{\"success\":false,\"message\":\"not today\"}]".formatted(id))));

        assertThat(shell.run("ping")).isEqualTo(1);

        assertThat(shell.lines()).anyMatch(line -> line.matches("SUBSCRIBE +failed .*not today"));
    }

    private List<String> steps(String key) {
        return shell.json().getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                .map(step -> ((JsonString) step.get(key)).getString())
                .toList();
    }
}
