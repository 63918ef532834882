package dev.rushlight.tools.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlFileTest {

    @TempDir
    private Path data;

    @Test
    void tellsWhereTheServerIs() throws IOException {
        Files.writeString(data.resolve("control.json"), "{\"url\":\"http://127.0.0.1:8080\",\"token\":\"t0k3n\"}\n");

        assertThat(ControlFile.in(data)).contains(new ControlFile(URI.create("http://127.0.0.1:8080"), "t0k3n"));
    }

    @Test
    void withoutAServerThereIsNone() {
        assertThat(ControlFile.in(data)).isEmpty();
        assertThat(ControlFile.in(data.resolve("nowhere"))).isEmpty();
    }

    @Test
    void whatCannotBeReadCountsAsNone() throws IOException {
        for (var text : new String[] {
            "",
            "{",
            "[]",
            "{\"url\":\"http://127.0.0.1:8080\"}",
            "{\"url\":1,\"token\":\"t\"}",
            "{\"url\":\": :\",\"token\":\"t\"}"
        }) {
            Files.writeString(data.resolve("control.json"), text);

            assertThat(ControlFile.in(data)).as(text).isEmpty();
        }
    }

    @Test
    void theTokenNeverPrints() {
        assertThat(new ControlFile(URI.create("http://127.0.0.1:8080"), "t0k3n").toString())
                .doesNotContain("t0k3n");
    }
}
