package dev.rushlight.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.ledger.LedgerDesk;
import dev.rushlight.ledger.StandaloneLedger;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandsTest {

    private static final String KEY = "c8ad7343e0838a3c42052b491b6915945a3bb522db118c5320ab675c81f2b97f";

    @TempDir
    private Path temporary;

    private Path certificate;
    private Terminal terminal;

    @BeforeEach
    void configure() throws IOException {
        terminal = new Terminal(temporary.resolve("data"));
        certificate = temporary.resolve("certificate.json");
        try (var sample = LedgerCommandsTest.class.getResourceAsStream("/certificate.json")) {
            Files.copy(sample, certificate);
        }
    }

    @Test
    void aCertificateIsVerifiedAndSaysWhatItProves() {
        assertThat(verify("--key", KEY.toUpperCase(Locale.ROOT))).isZero();

        assertThat(terminal.output().lines())
                .containsExactly(
                        "The certificate is valid.",
                        "Entry 3 of line 30c86b37-9676-4456-99b3-421d16895c3c says that DECIDED was done by maria, at"
                                + " 2026-11-23T12:07:00.000000Z by the installation's clock",
                        "The entries of the line from 1 to 3 are all here, in order, and none was changed",
                        "They were so when seal 1 of installation 5cb53b29-e7c6-4d95-a6b6-90fcc37eb2de was made, at"
                                + " 2026-11-23T12:07:30.000000Z by its clock",
                        "The seal is signed with the key %s, which is an expected one".formatted(KEY),
                        "What was written behind entry 3, this does not tell");
        assertThat(terminal.errors()).isEmpty();
        assertThat(terminal.data()).doesNotExist();
    }

    @Test
    void jsonSaysTheSame() {
        assertThat(verify("--json")).isZero();

        var report = json();
        assertThat(report.getBoolean("valid")).isTrue();
        assertThat(report.getJsonArray("proved")).hasSize(5);
        assertThat(report.getJsonObject("entry").getString("act")).isEqualTo("DECIDED");
        assertThat(report.getJsonObject("seal").getInt("number")).isEqualTo(1);
        assertThat(report.getString("key")).isEqualTo(KEY);
    }

    @Test
    void aChangedCertificateIsNotValid() throws IOException {
        Files.writeString(certificate, Files.readString(certificate).replace("CHANGES_REQUESTED", "APPROVED"));

        assertThat(verify()).isEqualTo(1);

        assertThat(terminal.output().lines()).containsExactly("THE CERTIFICATE IS NOT VALID.", "Entry 3 was changed");
    }

    @Test
    void aCertificateWithAnotherKeyIsNotValid() {
        assertThat(verify("--key", "0".repeat(64), "--json")).isEqualTo(1);

        assertThat(json().getBoolean("valid")).isFalse();
        assertThat(json().getJsonArray("faults")).hasSize(1);
    }

    @Test
    void whatTheTerminalWouldObeyIsNotPrinted() throws IOException {
        Files.writeString(certificate, "{\"\u001b[2J\"");

        assertThat(verify()).isEqualTo(1);

        assertThat(terminal.output()).doesNotContain("\u001b");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        certificate = temporary.resolve("nowhere.json");
        assertThat(verify()).isEqualTo(2);
        certificate = temporary;
        assertThat(verify()).isEqualTo(2);
        assertThat(verify("--key", "abc")).isEqualTo(2);

        assertThat(terminal.errors())
                .contains(
                        "rushlight: the certificate %s/nowhere.json cannot be read\n".formatted(temporary),
                        "rushlight: the certificate %s cannot be read\n".formatted(temporary),
                        "rushlight: --key is 64 hexadecimal digits, not abc\n");
    }

    @Test
    void aNewInstallationsLedgerIsWhole() {
        assertThat(terminal.run("ledger", "verify")).isZero();

        assertThat(terminal.output())
                .isEqualTo("The ledger is whole: 0 entries in 0 lines, 0 seals, of which the seal log confirms 0%n"
                        .formatted());
    }

    @Test
    void anEntryThatNobodyWroteIsFound() throws SQLException {
        assertThat(terminal.run("ledger", "verify")).isZero();
        try (var connection = new InstallationDataSource(terminal.installation().database()).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("insert into review.ledger_entry values (1, '30c86b37-9676-4456-99b3-421d16895c3c', 1,"
                    + " current_timestamp, 'DECIDED', '6f1b2a90-3c4d-4e5f-8a9b-0c1d2e3f4a5b', 'eve', 'Eve', 'ADMIN',"
                    + " null, '{}', '{}', null, '', '')");
        }

        assertThat(terminal.run("ledger", "verify")).isEqualTo(1);
        assertThat(terminal.output())
                .contains("MANIPULATED  Entry 1 of line 30c86b37-9676-4456-99b3-421d16895c3c was changed")
                .contains("THE LEDGER IS NOT WHOLE: 1 entries in 1 lines");
    }

    @Test
    void theCertificateOfALineIsPrintedAndVerifies() throws IOException, SQLException {
        assertThat(terminal.run(
                        "admin",
                        "create",
                        "--user",
                        "maria",
                        "--password-file",
                        password().toString()))
                .isZero();
        var line = onlyLine();
        var sealed = new Terminal(terminal.data());

        assertThat(sealed.run("ledger", "certificate", line)).isEqualTo(1);
        assertThat(sealed.errors()).contains("Entry 1 of line %s waits for the next seal".formatted(line));
        seal();
        assertThat(sealed.run("ledger", "certificate", line)).isZero();

        Files.writeString(certificate, sealed.output());
        assertThat(verify()).isZero();
        assertThat(terminal.output()).contains("Entry 1 of line %s says that".formatted(line));
    }

    @Test
    void anEntryThatIsNotThereHasNoCertificate() {
        assertThat(terminal.run("ledger", "certificate", "sh020")).isEqualTo(2);
        assertThat(terminal.run("ledger", "certificate", "30c86b37-9676-4456-99b3-421d16895c3c"))
                .isEqualTo(1);
        assertThat(terminal.run("ledger", "certificate", "30c86b37-9676-4456-99b3-421d16895c3c", "--entry", "7"))
                .isEqualTo(1);

        assertThat(terminal.errors())
                .contains(
                        "rushlight: sh020 is no id of a line\n",
                        "rushlight: Line 30c86b37-9676-4456-99b3-421d16895c3c has no entry 1\n",
                        "rushlight: Line 30c86b37-9676-4456-99b3-421d16895c3c has no entry 7\n");
    }

    private Path password() throws IOException {
        return Files.writeString(temporary.resolve("password.txt"), "a long secret pass phrase");
    }

    private String onlyLine() throws SQLException {
        try (var connection = new InstallationDataSource(terminal.installation().database()).getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select distinct line from review.ledger_entry")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private void seal() {
        try (var ledger = StandaloneLedger.open(terminal.installation())) {
            ledger.inTransaction(LedgerDesk::seal);
        }
    }

    @Test
    void theCommandsExplainThemselves() {
        assertThat(terminal.run("ledger", "verify", "--help")).isZero();
        assertThat(terminal.run("ledger", "verify-certificate", "--help")).isZero();

        assertThat(terminal.output()).contains("Usage: rushlight ledger verify", "--key=FINGERPRINT", "Exit codes:");
    }

    private int verify(String... options) {
        var arguments = new ArrayList<>(List.of("ledger", "verify-certificate", certificate.toString()));
        arguments.addAll(List.of(options));
        return terminal.run(arguments.toArray(String[]::new));
    }

    private JsonObject json() {
        try (var reader = Json.createReader(new StringReader(terminal.output()))) {
            return reader.readObject();
        }
    }
}
