package dev.rushlight.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.InstallationDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreflightCommandTest {

    @TempDir
    private Path temporary;

    private Terminal terminal;

    @BeforeEach
    void configure() throws IOException {
        terminal = new Terminal(temporary.resolve("data"));
        terminal.set("RUSHLIGHT_PORT", Integer.toString(freePort()));
    }

    @Test
    void aFirstStartIsLaidOutWithoutAWord() throws IOException {
        assertThat(terminal.run("preflight")).isZero();

        assertThat(terminal.everything()).isEmpty();
        assertThat(terminal.data().resolve("run/pre-boot.txt"))
                .hasContent("set configs.config.server-config.network-config.network-listeners.network-listener"
                        + ".http-listener.address=127.0.0.1");
    }

    @Test
    void whatAnEarlierServerLeftBehindIsRemoved() throws IOException {
        var left = terminal.data().resolve("run/server/runtime/old.jar");
        Files.createDirectories(left.getParent());
        Files.createFile(left);

        assertThat(terminal.run("preflight")).isZero();

        assertThat(terminal.data().resolve("run/server")).doesNotExist();
    }

    @Test
    void anOccupiedPortIsNamed() throws IOException {
        try (var occupied = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            terminal.set("RUSHLIGHT_PORT", Integer.toString(occupied.getLocalPort()));

            assertThat(terminal.run("preflight")).isEqualTo(2);

            assertThat(terminal.errors())
                    .isEqualTo(
                            "rushlight: port %d of 127.0.0.1 is in use; stop what uses it, or choose another with RUSHLIGHT_PORT\n"
                                    .formatted(occupied.getLocalPort()));
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNamed() {
        terminal.set("RUSHLIGHT_HOST", "192.0.2.1");

        assertThat(terminal.run("preflight")).isEqualTo(2);

        assertThat(terminal.errors())
                .isEqualTo("rushlight: RUSHLIGHT_HOST is 192.0.2.1, which is no address of this machine\n");
    }

    @Test
    void aSettingThatIsNoNumberIsNamed() {
        terminal.set("RUSHLIGHT_PORT", "eighty");

        assertThat(terminal.run("preflight")).isEqualTo(2);

        assertThat(terminal.errors())
                .isEqualTo("rushlight: RUSHLIGHT_PORT must be a number from 1 to 65535, not eighty\n");
    }

    @Test
    void aDataDirectoryThatIsAFileIsNamed() throws IOException {
        Files.createFile(terminal.data());

        assertThat(terminal.run("preflight")).isEqualTo(2);

        assertThat(terminal.errors())
                .hasLineCount(1)
                .contains("RUSHLIGHT_DATA", terminal.data().toString());
    }

    @Test
    void aDataDirectoryBelowAFileIsNamed() throws IOException {
        Files.createFile(terminal.data());
        terminal.set("RUSHLIGHT_DATA", terminal.data().resolve("below").toString());

        assertThat(terminal.run("preflight")).isEqualTo(2);

        assertThat(terminal.errors())
                .hasLineCount(1)
                .contains("RUSHLIGHT_DATA", terminal.data().toString());
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsNamed() {
        terminal.set("RUSHLIGHT_DB_URL", "jdbc:postgresql://127.0.0.1:1/rushlight");

        assertThat(terminal.run("preflight")).isEqualTo(2);

        assertThat(terminal.errors()).hasLineCount(1).startsWith("rushlight: the database cannot be opened: ");
    }

    @Test
    void aDatabaseMadeWithAnotherPasswordIsNamed() throws Exception {
        new InstallationDataSource(terminal.installation().database())
                .getConnection()
                .close();
        Files.delete(terminal.data().resolve("database.secret"));

        assertThat(terminal.run("preflight")).isEqualTo(2);

        assertThat(terminal.errors()).hasLineCount(1).contains("another user or password");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
