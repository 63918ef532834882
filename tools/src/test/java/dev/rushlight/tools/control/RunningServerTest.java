package dev.rushlight.tools.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class RunningServerTest {

    @Test
    void aKeyIsAskedForWithTheToken() {
        try (var server = new ControlledServer(201, "{\"key\":\"k3y\"}")) {
            assertThat(new RunningServer(server.control()).issueKey("demo-artist"))
                    .isEqualTo("k3y");
            assertThat(server.requests())
                    .containsExactly("POST /rest/control/api-keys t0k3n {\"user\":\"demo-artist\"}");
        }
    }

    @Test
    void anAdministratorIsAskedForWithNameAndPassword() {
        try (var server = new ControlledServer(201, "{}")) {
            new RunningServer(server.control()).createFirstAdmin("maria", "Maria S.", "correct horse battery");

            assertThat(server.requests())
                    .containsExactly("POST /rest/control/admins t0k3n {\"user\":\"maria\",\"displayName\":\"Maria S.\","
                            + "\"password\":\"correct horse battery\"}");
        }
    }

    @Test
    void aRefusalIsGivenInTheServersWords() {
        try (var server = new ControlledServer(409, "{\"error\":\"An administrator already exists\"}")) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> new RunningServer(server.control()).createFirstAdmin("maria", "Maria", "secret"))
                    .withMessage("An administrator already exists");
        }
    }

    @Test
    void anAnswerWithoutWordsIsNamedByItsNumber() {
        try (var server = new ControlledServer(502, "<html>")) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> new RunningServer(server.control()).issueKey("demo-artist"))
                    .withMessage("the server at %s answered 502 to /rest/control/api-keys"
                            .formatted(server.control().server()));
        }
    }

    @Test
    void aServerThatIsGoneDoesNotAnswer() {
        var server = new ControlledServer(201, "{}");
        var running = new RunningServer(server.control());
        assertThat(running.answers()).isTrue();

        server.close();

        assertThat(running.answers()).isFalse();
    }
}
