package dev.rushlight.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DemoArtistCommandTest {

    @TempDir
    private Path data;

    @Test
    void theArtistEndsWithItsServer() throws IOException {
        var server = new ProcessBuilder("sleep", "600").start();
        var artist = CompletableFuture.supplyAsync(() -> run(server.pid()));
        assertThat(artist).isNotDone();

        server.destroyForcibly();

        assertThat(artist).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(0);
    }

    @Test
    void withoutAServerThereIsNothingToDo() throws Exception {
        var server = new ProcessBuilder("true").start();
        server.waitFor();

        assertThat(run(server.pid())).isZero();
    }

    private int run(long serverPid) {
        var settings = Map.of("RUSHLIGHT_DATA", data.toString());
        return new CommandLine(
                        new DemoArtistCommand(() -> Installation.from(name -> Optional.ofNullable(settings.get(name)))))
                .execute("--server-pid", Long.toString(serverPid));
    }
}
