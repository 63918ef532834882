package dev.rushlight.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstallationTest {

    @TempDir
    private Path directory;

    @Test
    void nothingHasToBeSet() {
        var installation = with(Map.of());

        assertThat(installation.host()).isEqualTo("127.0.0.1");
        assertThat(installation.port()).isEqualTo(8080);
        assertThat(installation.publicUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
        assertThat(installation.undoGrace()).isEqualTo(Duration.ofSeconds(10));
        assertThat(installation.database().url())
                .isEqualTo(
                        "jdbc:h2:file:%s;WRITE_DELAY=0;AUTO_SERVER=FALSE;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000"
                                .formatted(directory.resolve("data/rushlight")));
    }

    @Test
    void theEmbeddedDatabaseHasAGeneratedUserAndPasswordOfItsOwn() throws Exception {
        var first = with(Map.of()).database();
        var again = with(Map.of()).database();

        assertThat(again).isEqualTo(first);
        assertThat(first.user()).matches("rushlight_[0-9a-f]{12}");
        assertThat(first.password()).matches("[0-9a-f]{48}");
        assertThat(first.toString()).doesNotContain(first.password());
        var secret = directory.resolve("data/database.secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void everythingCanBeSet() {
        var installation = with(Map.of(
                "RUSHLIGHT_HOST", "0.0.0.0",
                "RUSHLIGHT_PORT", "9090",
                "RUSHLIGHT_PUBLIC_URL", "https://review.studio.example/",
                "RUSHLIGHT_UNDO_GRACE", "0",
                "RUSHLIGHT_DB_URL", "jdbc:postgresql://db.example/review",
                "RUSHLIGHT_DB_USER", "review",
                "RUSHLIGHT_DB_PASSWORD", "secret"));

        assertThat(installation.publicUrl()).isEqualTo(URI.create("https://review.studio.example"));
        assertThat(installation.loopbackUrl()).isEqualTo(URI.create("http://127.0.0.1:9090"));
        assertThat(installation.undoGrace()).isZero();
        assertThat(installation.database())
                .isEqualTo(new DatabaseSettings("jdbc:postgresql://db.example/review", "review", "secret"));
        assertThat(installation.toString()).doesNotContain("secret,").doesNotContain("password=secret");
        assertThat(directory.resolve("data/database.secret")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"10s,PT10S", "PT1M,PT1M", "0,PT0S", "250ms,PT0.25S", "5,PT5S", "2m,PT2M", "1h,PT1H"})
    void theGraceIsWrittenInSeveralWays(String text, Duration grace) {
        assertThat(with(Map.of("RUSHLIGHT_UNDO_GRACE", text)).undoGrace()).isEqualTo(grace);
    }

    @ParameterizedTest
    @CsvSource({
        "::,http://[::1]:8080",
        "0.0.0.0,http://127.0.0.1:8080",
        "fe80::1,http://[fe80::1]:8080",
        "review,http://review:8080",
        "review_1,http://review_1:8080"
    })
    void thisProcessReachesItself(String host, URI url) {
        assertThat(with(Map.of("RUSHLIGHT_HOST", host)).loopbackUrl()).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "RUSHLIGHT_HOST,no such host",
        "RUSHLIGHT_HOST,10.0.0.1:8080/x",
        "RUSHLIGHT_ALLOW_PLAIN_HTTP,maybe",
        "RUSHLIGHT_DB_URL,jdbc:postgresql://u:secret@db/review",
        "RUSHLIGHT_PORT,0",
        "RUSHLIGHT_PORT,65536",
        "RUSHLIGHT_PORT,eighty",
        "RUSHLIGHT_PUBLIC_URL,review.example",
        "RUSHLIGHT_PUBLIC_URL,ftp://review.example",
        "RUSHLIGHT_PUBLIC_URL,https://u:p@review.example",
        "RUSHLIGHT_PUBLIC_URL,https://a b",
        "RUSHLIGHT_UNDO_GRACE,soon",
        "RUSHLIGHT_UNDO_GRACE,-PT1S",
        "RUSHLIGHT_UNDO_GRACE,30h",
        "RUSHLIGHT_DB_URL,jdbc:mysql://db/review",
        "RUSHLIGHT_DB_URL,jdbc:postgresql://db/review?user=a&password=b",
        "RUSHLIGHT_DATA,/dev/null/data",
        "RUSHLIGHT_DATA,/srv/a;b"
    })
    void whatCannotBeRightIsNamed(String name, String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of(name, value)))
                .withMessageStartingWith(name + " must");
    }

    @Test
    void aFileIsNoDataDirectory() throws Exception {
        var file = Files.writeString(directory.resolve("file"), "");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(Map.of("RUSHLIGHT_DATA", file.toString())))
                .withMessageStartingWith("RUSHLIGHT_DATA must be a directory");
    }

    @Test
    void aSystemPropertyCountsMoreThanTheEnvironment() {
        System.setProperty("PATH", "from a property");
        try {
            assertThat(Installation.setting("PATH")).contains("from a property");
        } finally {
            System.clearProperty("PATH");
        }
        assertThat(Installation.setting("PATH")).isEqualTo(Optional.ofNullable(System.getenv("PATH")));
        assertThat(Installation.setting("RUSHLIGHT_NOT_SET")).isEmpty();
    }

    private Installation with(Map<String, String> settings) {
        var all =
                new HashMap<>(Map.of("RUSHLIGHT_DATA", directory.resolve("data").toString()));
        all.putAll(settings);
        return Installation.from(name -> Optional.ofNullable(all.get(name)));
    }
}
