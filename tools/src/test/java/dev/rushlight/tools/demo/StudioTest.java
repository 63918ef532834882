package dev.rushlight.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioTest {

    @TempDir
    private Path data;

    @Test
    void keyAndPortAreThereAfterARestartAndForNobodyElse() throws IOException {
        new Studio(Optional.empty(), 0).withPicturePort(40123).withKey("k3y").keepIn(data);

        assertThat(Studio.in(data)).isEqualTo(new Studio(Optional.of("k3y"), 40123));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("demo-artist.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatCannotBeReadIsStartedAfresh() throws IOException {
        for (var text : new String[] {"", "{", "[]", "{\"key\":7,\"picturePort\":\"x\"}", "{\"picturePort\":70000}"}) {
            Files.writeString(data.resolve("demo-artist.json"), text);

            assertThat(Studio.in(data)).as(text).isEqualTo(new Studio(Optional.empty(), 0));
        }
    }

    @Test
    void theKeyNeverPrints() {
        assertThat(new Studio(Optional.of("k3y"), 1).toString()).doesNotContain("k3y");
    }
}
