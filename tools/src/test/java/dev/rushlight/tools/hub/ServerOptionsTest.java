package dev.rushlight.tools.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.peer.ScriptedPeer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerOptionsTest {

    @TempDir
    private Path directory;

    private final ScriptedPeer peer = new ScriptedPeer();

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void withoutAServerTheVariableIsNamed() {
        var shell = Shell.bare();

        assertThat(shell.run("ping")).isEqualTo(2);

        assertThat(shell.errors()).isEqualTo("rushlight: No server address: set FTRACK_SERVER, or give --server URL\n");
    }

    @Test
    void withoutAKeyTheVariableIsNamedAndHowToGetOne() {
        var shell = Shell.bare().set("FTRACK_SERVER", "http://127.0.0.1:8080").set("FTRACK_API_KEY", " ");

        assertThat(shell.run("ping")).isEqualTo(2);

        assertThat(shell.errors())
                .hasLineCount(1)
                .contains("FTRACK_API_KEY", "--key-file", "./rushlight api-key create --user NAME");
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        var shell = Shell.bare().set("FTRACK_API_KEY", "k");

        assertThat(shell.run("ping", "--user", "jo", "--server", "studio.example"))
                .isEqualTo(2);

        assertThat(shell.errors()).isEqualTo("rushlight: The server address must start with http:// or https://\n");
    }

    @Test
    void optionsWinOverTheEnvironment() throws IOException {
        var shell = Shell.at(URI.create("http://127.0.0.1:1"));

        assertThat(shell.run(
                        "publish",
                        "--topic=t",
                        "--server=" + peer.address(),
                        "--user=maria",
                        "--key-file=" + keyFile("file-key\n")))
                .isZero();

        var headers = peer.nextRequest("/socket.io/1/").headers();
        assertThat(headers).containsEntry("ftrack-user", "maria").containsEntry("ftrack-api-key", "file-key");
    }

    @Test
    void aKeyOnTheCommandLineIsNoOption() {
        assertThat(Shell.at(peer.address()).run("ping", "--key", "s3cret")).isEqualTo(2);
        assertThat(Shell.at(peer.address()).run("ping", "--api-key", "s3cret")).isEqualTo(2);
    }

    @Test
    void aKeyFileThatHoldsNoKeyIsNamedWithoutItsContent() throws IOException {
        for (var content : new String[] {"", "\n", "two\nlines", "x".repeat(2000)}) {
            var shell = Shell.at(peer.address());
            var file = keyFile(content);

            assertThat(shell.run("ping", "--key-file", file.toString())).isEqualTo(2);

            assertThat(shell.errors()).hasLineCount(1).contains(file.toString()).doesNotContain("lines", "xxx");
        }
    }

    @Test
    void aKeyFileThatIsNotThereIsNamed() {
        var shell = Shell.at(peer.address());

        assertThat(shell.run("ping", "--key-file", directory.resolve("none").toString()))
                .isEqualTo(2);

        assertThat(shell.errors())
                .isEqualTo("rushlight: There is no key file %s\n".formatted(directory.resolve("none")));
    }

    @Test
    void authoritiesThatCannotBeReadAreNamed() throws IOException {
        for (var file : new Path[] {directory.resolve("none"), keyFile("no certificate")}) {
            var shell = Shell.at(peer.address());

            assertThat(shell.run("ping", "--ca-file", file.toString())).isEqualTo(2);

            assertThat(shell.errors()).hasLineCount(1).contains(file.toString());
            assertThat(shell.output()).isEmpty();
        }
    }

    @Test
    void aProxyIsUsedForEverything() {
        var shell = Shell.at(URI.create("http://studio.invalid"));

        assertThat(shell.run("publish", "--topic", "t", "--proxy", "127.0.0.1:" + peer.port()))
                .isNotZero();

        assertThat(peer.nextRequest("http://studio.invalid/socket.io/1/").headers())
                .containsEntry("ftrack-user", "jo");
    }

    @Test
    void aProxyThatIsNoneIsRefusedWithoutItsPassword() {
        var shell = Shell.at(peer.address());

        assertThat(shell.run("ping", "--proxy", "http://jo:pass@proxy:3128")).isEqualTo(2);

        assertThat(shell.errors()).hasLineCount(1).contains("proxy").doesNotContain("pass@");
    }

    @Test
    void aTimeoutIsAPositiveNumberOfSeconds() {
        for (var wrong : new String[] {"0", "-1", "ten", "1e9", "1m", "99999999999", "0.0001"}) {
            var shell = Shell.at(peer.address());

            assertThat(shell.run("ping", "--timeout", wrong)).isEqualTo(2);

            assertThat(shell.errors()).contains("--timeout", wrong);
        }
    }

    private Path keyFile(String content) throws IOException {
        return Files.writeString(directory.resolve("key"), content);
    }
}
