package dev.rushlight.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir
    private Path directory;

    @Test
    void aSecretIsMadeOnceAndIsForItsOwnerOnly() throws Exception {
        var file = directory.resolve("secret");

        assertThat(SecretFiles.read(file)).isEmpty();
        assertThat(SecretFiles.readOrCreate(file, () -> "first")).isEqualTo("first");
        assertThat(SecretFiles.readOrCreate(file, () -> "second")).isEqualTo("first");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void whoeverComesAtTheSameTimeGetsTheSameSecret() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (var round = 0; round < 20; round++) {
                var file = directory.resolve("secret" + round);
                var tries = new ArrayList<Callable<String>>();
                for (var number = 0; number < 8; number++) {
                    var own = "secret of " + number;
                    tries.add(() -> SecretFiles.readOrCreate(file, () -> own));
                }
                var secrets = new HashSet<String>();
                for (var done : threads.invokeAll(tries)) {
                    secrets.add(done.get());
                }
                assertThat(secrets).hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(20);
        }
    }

    @Test
    void anEmptySecretIsNamedAndNotReplaced() throws Exception {
        var file = Files.createFile(directory.resolve("empty.key"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SecretFiles.readOrCreate(file, () -> "another"))
                .withMessageContaining("empty.key")
                .withMessageContaining("restore it from a backup");
        assertThat(file).isEmptyFile();
    }

    @Test
    void aFileIsReplacedInOneStep() throws Exception {
        var file = directory.resolve("control.json");

        SecretFiles.write(file, "{}");
        SecretFiles.write(file, "{\"token\":1}");

        assertThat(SecretFiles.read(file)).contains("{\"token\":1}");
        assertThat(permissions(file)).isEqualTo("rw-------");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aSecretThatOthersCouldReadIsClosedToThem() throws Exception {
        var file = Files.writeString(directory.resolve("secret"), "text\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(SecretFiles.read(file)).contains("text");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsNamed() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SecretFiles.privateDirectory(file.resolve("below")))
                .withMessageContaining(file.toString());
    }

    private static String permissions(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
