package dev.rushlight.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.server.account.Accounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsTest {

    @TempDir
    private Path temporary;

    private Path passwordFile;
    private Terminal terminal;

    @BeforeEach
    void configure() throws IOException {
        terminal = new Terminal(temporary.resolve("data"));
        passwordFile = Files.writeString(temporary.resolve("password"), "correct horse battery\n");
    }

    @Test
    void theNewKeyIsAloneOnTheLastLine() {
        assertThat(terminal.run("api-key", "create", "--user", "publisher")).isZero();

        var key = terminal.output().strip();
        assertThat(terminal.output()).isEqualTo(key + System.lineSeparator());
        assertThat(Accounts.open(new InstallationDataSource(
                                terminal.installation().database()))
                        .verify("publisher", key))
                .isPresent();
    }

    @Test
    void theFirstAdministratorIsMadeAndASecondOneRefused() {
        assertThat(createAdmin("maria")).isZero();
        assertThat(createAdmin("tom")).isEqualTo(1);

        assertThat(terminal.output()).isEqualTo("The administrator maria can log in now.\n");
        assertThat(terminal.errors()).isEqualTo("rushlight: An administrator already exists\n");
    }

    @Test
    void theLineEndAfterThePasswordDoesNotCount() throws IOException {
        Files.writeString(passwordFile, "elevenchars\r\n");

        assertThat(createAdmin("maria")).isEqualTo(1);

        assertThat(terminal.errors()).hasLineCount(1).contains("12");
    }

    @Test
    void aPasswordFileThatIsNotThereIsNamed() throws IOException {
        Files.delete(passwordFile);

        assertThat(createAdmin("maria")).isEqualTo(1);

        assertThat(terminal.errors()).isEqualTo("rushlight: there is no password file %s\n".formatted(passwordFile));
    }

    @Test
    void aPasswordFileThatIsNoTextIsNamed() throws IOException {
        Files.write(passwordFile, new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(createAdmin("maria")).isEqualTo(1);

        assertThat(terminal.errors())
                .isEqualTo("rushlight: the password file %s cannot be read\n".formatted(passwordFile));
    }

    @Test
    void aMissingOptionIsNamedWithTheUsage() {
        assertThat(terminal.run("api-key", "create")).isEqualTo(2);

        assertThat(terminal.errors())
                .startsWith("rushlight: Missing required option: '--user=NAME'\n")
                .contains("Usage: rushlight api-key create");
    }

    @Test
    void anUnknownCommandIsRefusedWithTheUsage() {
        assertThat(terminal.run("sing")).isEqualTo(2);
        assertThat(terminal.run("admin")).isEqualTo(2);

        assertThat(terminal.errors()).contains("sing", "Missing required subcommand");
    }

    private int createAdmin(String user) {
        return terminal.run("admin", "create", "--user", user, "--password-file", passwordFile.toString());
    }
}
