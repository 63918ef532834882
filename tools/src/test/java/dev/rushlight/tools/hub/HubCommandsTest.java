package dev.rushlight.tools.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubCommandsTest {

    private final Shell shell = Shell.bare();

    @ParameterizedTest
    @ValueSource(strings = {"publish", "submit", "listen", "query", "upload", "download", "ping"})
    void everyCommandExplainsItselfWithExamplesAndExitCodes(String command) {
        assertThat(HubCommands.includes(command)).isTrue();
        assertThat(shell.run(command, "--help")).isZero();

        assertThat(shell.output())
                .startsWith("Usage: rushlight " + command)
                .contains("Examples:", "  ./rushlight " + command, "Exit codes:", "3   the server was not reached")
                .contains("FTRACK_SERVER", "FTRACK_API_KEY", "--key-file");
        assertThat(shell.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
        assertThat(shell.errors()).isEmpty();
    }

    @Test
    void theCommandsOfAnInstallationAreNotAmongThem() {
        assertThat(HubCommands.includes("preflight", "ping")).isFalse();
        assertThat(HubCommands.includes()).isFalse();
    }

    @Test
    void exitCodesAreAPromise() {
        assertThat(Exit.DONE.code()).isZero();
        assertThat(Exit.REFUSED.code()).isEqualTo(1);
        assertThat(Exit.USAGE.code()).isEqualTo(2);
        assertThat(Exit.NOT_REACHED.code()).isEqualTo(3);
        assertThat(Exit.NO_ANSWER.code()).isEqualTo(4);
    }
}
