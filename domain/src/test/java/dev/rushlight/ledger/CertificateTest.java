package dev.rushlight.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.installation.Database;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class CertificateTest {

    @Parameter
    private Database database;

    @TempDir
    private Path data;

    private LedgerBench bench;
    private UUID line;

    @BeforeEach
    void aDecisionAmongOtherLines() {
        bench = new LedgerBench(database, data);
        bench.line(2);
        line = bench.line(2);
        bench.record(bench.entry(line, Act.DECIDED, LedgerBench.MARIA, "APPROVED"));
        for (var other = 0; other < 5; other++) {
            bench.line(1);
        }
        bench.sealAll();
    }

    @Test
    void aCertificateProvesADecisionWithNothingButItself() {
        bench.append(line, 4);
        bench.sealAll();

        var report = verify(certificate(3), fingerprint());

        assertThat(report.faults()).isEmpty();
        assertThat(report.isValid()).isTrue();
        assertThat(report.entry().orElseThrow().act()).isEqualTo("DECIDED");
        assertThat(report.seal().orElseThrow().number()).isEqualTo(1);
        assertThat(report.proved())
                .containsExactly(
                        "Entry 3 of line %s says that DECIDED was done by maria, at 2026-11-23T12:00:00.000000Z by the"
                                        .formatted(line)
                                + " installation's clock",
                        "The entries of the line from 1 to 3 are all here, in order, and none was changed",
                        "They were so when seal 1 of installation %s was made, at 2026-11-23T12:00:00.000000Z by its"
                                        .formatted(report.seal().orElseThrow().installation())
                                + " clock",
                        "The seal is signed with the key %s, which is an expected one".formatted(fingerprint()),
                        "What was written behind entry 3, this does not tell");
    }

    @Test
    void anEntryInTheMiddleIsCertifiedWithItsLineUpToTheSeal() {
        var report = verify(certificate(2));

        assertThat(report.isValid()).isTrue();
        assertThat(report.proved())
                .anySatisfy(sentence -> assertThat(sentence).contains("from 1 to 3"))
                .anySatisfy(sentence -> assertThat(sentence).endsWith("is the installation's you have to know"));
    }

    @Test
    void theKeyMustBeAnExpectedOne() {
        var certificate = certificate(3);

        assertThat(verify(certificate, "0".repeat(64)).faults())
                .containsExactly("It is signed with the key %s, which is not an expected one".formatted(fingerprint()));
        assertThat(verify(certificate, "0".repeat(64), fingerprint()).isValid()).isTrue();
    }

    @Test
    void whatNoSealCoversIsNotCertified() {
        bench.append(line, 1);

        assertThatExceptionOfType(NotSealedYet.class)
                .isThrownBy(() -> certificate(4))
                .withMessage("Entry 4 of line %s waits for the next seal", line);
        assertThatExceptionOfType(NoSuchEntry.class).isThrownBy(() -> certificate(5));
        assertThatExceptionOfType(NoSuchEntry.class).isThrownBy(() -> certificate(0));
    }

    @Test
    void nothingInItCanBeChanged() {
        var certificate = object(certificate(3));
        var places = leaves("", certificate);
        assertThat(places).hasSizeGreaterThan(50);

        for (var place : places) {
            var pointer = Json.createPointer(place);
            for (var other : othersThan(pointer.getValue(certificate))) {
                var report = verify(pointer.replace(certificate, other).toString());
                assertThat(report.isValid() && !place.equals("/entry"))
                        .as("%s = %s", place, other)
                        .isFalse();
            }
        }
    }

    @Test
    void nothingCanBeTakenAwayOrAdded() {
        var certificate = object(certificate(3));
        for (var place : places("", certificate)) {
            var removed = Json.createPointer(place).remove(certificate);
            assertThat(verify(removed.toString()).isValid())
                    .as("without " + place)
                    .isFalse();
        }
        for (var place :
                List.of("/more", "/seal/more", "/entries/0/more", "/entries/0/actor/more", "/path/0", "/path/-")) {
            var added = Json.createPointer(place).add(certificate, Json.createValue("0".repeat(64)));
            assertThat(verify(added.toString()).isValid()).as("with " + place).isFalse();
        }
    }

    @Test
    void aCertificateOfSomebodyElsesMakingNeedsSomebodyElsesKey(@TempDir Path elsewhere) {
        var forger = bench.elsewhere(elsewhere);
        bench.sql("update review.ledger_head set sealed = false where line = ?", line);
        bench.sql("delete from review.ledger_sealed_head");
        bench.sql("delete from review.ledger_seal");
        forger.sealAll();

        var forged = certificate(3);

        assertThat(verify(forged).isValid()).isTrue();
        assertThat(verify(forged, fingerprint()).isValid()).isFalse();
    }

    @Test
    void whatIsNoCertificateIsSaidToBeNone() {
        for (var text : List.of(
                "",
                "no JSON",
                "[]",
                "{}",
                "{\"format\":\"rushlight-certificate/2\"}",
                "{\"format\":1}",
                "{\"a\":".repeat(100_000),
                certificate(3).replaceFirst("\"format\"", "\"format\":\"\",\"format\""))) {
            var report = verify(text);
            assertThat(report.isValid()).isFalse();
            assertThat(report.faults()).singleElement().asString().startsWith("It is no certificate");
        }
    }

    private String certificate(long number) {
        var out = new ByteArrayOutputStream();
        bench.desk(desk -> {
            desk.certificate(line, number, out);
            return true;
        });
        return out.toString(UTF_8);
    }

    private String fingerprint() {
        return SealKey.fingerprint(bench.key.publicKey());
    }

    private static CertificateReport verify(String certificate, String... keys) {
        return new CertificateVerifier(Set.of(keys)).verify(new ByteArrayInputStream(certificate.getBytes(UTF_8)));
    }

    private static JsonObject object(String text) {
        return StrictJson.object(new StringReader(text));
    }

    /** Where the values are that hold no other values. */
    private static List<String> leaves(String place, JsonValue value) {
        var leaves = new ArrayList<>(places(place, value));
        leaves.removeIf(inner -> leaves.stream().anyMatch(other -> other.startsWith(inner + "/")));
        return leaves;
    }

    /** Where all values are. */
    private static List<String> places(String place, JsonValue value) {
        var places = new ArrayList<String>();
        if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> member : object.entrySet()) {
                places.add(place + "/" + member.getKey());
                places.addAll(places(place + "/" + member.getKey(), member.getValue()));
            }
        } else if (value instanceof JsonArray array) {
            for (var index = 0; index < array.size(); index++) {
                places.add(place + "/" + index);
                places.addAll(places(place + "/" + index, array.get(index)));
            }
        }
        return places;
    }

    private static List<JsonValue> othersThan(JsonValue value) {
        return value.getValueType() == JsonValue.ValueType.NUMBER
                ? List.of(
                        Json.createValue(Long.parseLong(value.toString()) + 1),
                        Json.createValue(-1),
                        Json.createValue(Long.MAX_VALUE),
                        Json.createValue(new BigDecimal("1e999")),
                        Json.createValue(value.toString()),
                        JsonValue.NULL,
                        JsonValue.EMPTY_JSON_OBJECT)
                : List.of(
                        Json.createValue("x" + value.toString().substring(1)),
                        Json.createValue(""),
                        Json.createValue(1),
                        JsonValue.NULL,
                        JsonValue.EMPTY_JSON_ARRAY);
    }
}
