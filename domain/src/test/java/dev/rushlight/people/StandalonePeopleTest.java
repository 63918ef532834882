package dev.rushlight.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.Database;
import dev.rushlight.installation.Installation;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandalonePeopleTest {

    @TempDir
    private Path directory;

    @Test
    void theFirstAdministratorIsMadeInTheEmbeddedDatabaseAndStaysThere() throws Exception {
        var installation = installation(Map.of());
        try (var people = StandalonePeople.open(installation)) {
            assertThat(people.adminExists()).isFalse();
            people.createFirstAdmin("root", "Root", "correct horse battery");
        }

        try (var people = StandalonePeople.open(installation(Map.of()))) {
            assertThat(people.adminExists()).isTrue();
            assertThat(people.inTransaction(desk -> desk.authenticate("root", "correct horse battery"))
                            .orElseThrow()
                            .role())
                    .isEqualTo(Role.ADMIN);
            assertThatExceptionOfType(AdminExists.class)
                    .isThrownBy(() -> people.createFirstAdmin("other", "Other", "correct horse battery"));
        }
        var file = installation.data().resolve("rushlight.mv.db");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(installation.data())))
                .isEqualTo("rwx------");
    }

    @Test
    void aDatabaseThatAnotherProcessHoldsIsNamed() throws Exception {
        var installation = installation(Map.of());
        StandalonePeople.open(installation).close();
        var file = installation.data().resolve("rushlight.mv.db");

        // H2 tells processes apart by the lock on the file, which another class loader stands for here.
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(() -> StandalonePeople.open(installation))
                    .withMessage("The database %s is in use by another process; stop that one first", file);
        }
    }

    @Test
    void aDatabaseOfAnotherSecretIsNamed() throws Exception {
        StandalonePeople.open(installation(Map.of())).close();
        Files.delete(directory.resolve("data/database.secret"));
        var stranger = installation(Map.of());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> StandalonePeople.open(stranger))
                .withMessage(
                        "The database %s was made with another user or password than these",
                        directory.resolve("data/rushlight.mv.db"));
    }

    @Test
    void theSameWorksOnPostgreSql() {
        var settings = Database.POSTGRESQL.fresh();
        var installation =
                installation(Map.of("RUSHLIGHT_DB_URL", settings.url(), "RUSHLIGHT_DB_USER", settings.user()));

        try (var people = StandalonePeople.open(installation)) {
            people.createFirstAdmin("root", "Root", "correct horse battery");
            assertThat(people.adminExists()).isTrue();
        }
    }

    private Installation installation(Map<String, String> more) {
        var settings = new HashMap<>(more);
        settings.put("RUSHLIGHT_DATA", directory.resolve("data").toString());
        return Installation.from(name -> Optional.ofNullable(settings.get(name)));
    }
}
