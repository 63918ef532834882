package dev.rushlight.tools.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rushlight.installation.Installation;
import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.installation.SecretFiles;
import dev.rushlight.people.StandalonePeople;
import dev.rushlight.server.account.Accounts;
import java.net.ConnectException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlessSetUpTest {

    private static final String PASSWORD = "correct horse battery";

    @TempDir
    private Path data;

    private Installation installation;

    @BeforeEach
    void configure() {
        var settings = Map.of("RUSHLIGHT_DATA", data.toString());
        installation = Installation.from(name -> Optional.ofNullable(settings.get(name)));
    }

    @Test
    void withoutAServerTheFirstAdministratorIsMadeInTheDatabaseAndOnlyOnce() {
        var setUp = HeadlessSetUp.of(installation);
        setUp.createFirstAdmin("maria", "Maria", PASSWORD);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> setUp.createFirstAdmin("tom", "Tom", PASSWORD))
                .withMessage("An administrator already exists");
        try (var people = StandalonePeople.open(installation)) {
            assertThat(people.adminExists()).isTrue();
        }
    }

    @Test
    void aPasswordThatIsTooShortIsRefused() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> HeadlessSetUp.of(installation).createFirstAdmin("maria", "Maria", "short"))
                .withMessageContaining("12");
    }

    @Test
    void withoutAServerAKeyIsMadeInTheDatabaseAlsoBeforeAnyAdministrator() {
        var key = HeadlessSetUp.of(installation).issueKey("publisher");

        var accounts = Accounts.open(new InstallationDataSource(installation.database()));
        assertThat(accounts.verify("publisher", key)).isPresent();
        assertThat(accounts.verify("publisher", key + "0")).isEmpty();
    }

    @Test
    void anImpossibleUserNameIsRefused() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> HeadlessSetUp.of(installation).issueKey("no spaces"))
                .withMessageContaining("A-Z a-z 0-9");
    }

    @Test
    void aServerThatAnswersIsAsked() {
        try (var server = new ControlledServer(201, "{\"key\":\"k3y\"}")) {
            leaveControlFile(server.control());

            assertThat(HeadlessSetUp.of(installation).issueKey("publisher")).isEqualTo("k3y");
        }
    }

    @Test
    void aControlFileWhoseServerIsGoneDoesNotMatter() {
        try (var server = new ControlledServer(201, "{}")) {
            leaveControlFile(server.control());
        }

        assertThat(HeadlessSetUp.of(installation).issueKey("publisher")).isNotBlank();
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsNamed() {
        var settings =
                Map.of("RUSHLIGHT_DATA", data.toString(), "RUSHLIGHT_DB_URL", "jdbc:postgresql://127.0.0.1:1/none");
        var unreachable = HeadlessSetUp.of(Installation.from(name -> Optional.ofNullable(settings.get(name))));

        assertThatThrownBy(() -> unreachable.issueKey("publisher"))
                .hasRootCauseInstanceOf(ConnectException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasCauseInstanceOf(SQLException.class);
    }

    private void leaveControlFile(ControlFile control) {
        SecretFiles.write(
                data.resolve("control.json"),
                "{\"url\":\"%s\",\"token\":\"%s\"}".formatted(control.server(), control.token()));
    }
}
