package dev.rushlight.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExportFormatTest {

    private static final WrittenEntry ENTRY = new WrittenEntry(
            51,
            UUID.fromString("00000000-0000-4000-8000-00000000000a"),
            1,
            Instant.parse("2026-11-23T12:00:00Z"),
            "VOTE_CAST",
            new Author(UUID.fromString("6f1b2a90-3c4d-4e5f-8a9b-0c1d2e3f4a5b"), "maria", "Maria S.", "LEAD"),
            Optional.of("=too \"dark\""),
            "{}",
            "{\"vote\":\"REJECT\"}",
            Optional.empty(),
            "0".repeat(64),
            "1".repeat(64));

    @Test
    void jsonIsAnArrayWithOneEntryALine() throws IOException {
        assertThat(written(ExportFormat.JSON, ENTRY, ENTRY).lines().toList())
                .containsExactly(
                        "[",
                        EntryText.write(ENTRY) + ",",
                        EntryText.write(ENTRY).toString(),
                        "]");
        assertThat(EntryText.write(ENTRY))
                .hasToString("{\"id\":51,\"line\":\"00000000-0000-4000-8000-00000000000a\",\"number\":1,"
                        + "\"at\":\"2026-11-23T12:00:00.000000Z\",\"act\":\"VOTE_CAST\",\"actor\":{"
                        + "\"id\":\"6f1b2a90-3c4d-4e5f-8a9b-0c1d2e3f4a5b\",\"username\":\"maria\","
                        + "\"displayName\":\"Maria S.\",\"role\":\"LEAD\"},\"reason\":\"=too \\\"dark\\\"\","
                        + "\"before\":\"{}\",\"after\":\"{\\\"vote\\\":\\\"REJECT\\\"}\","
                        + "\"previousHash\":\"" + "0".repeat(64) + "\",\"hash\":\"" + "1".repeat(64) + "\"}");
        assertThat(EntryText.read(EntryText.write(ENTRY))).isEqualTo(ENTRY);
    }

    @Test
    void anExportOfNothingIsAWholeDocument() throws IOException {
        try (var reader = Json.createReader(new StringReader(written(ExportFormat.JSON)))) {
            assertThat(reader.readArray()).isEmpty();
        }
        assertThat(written(ExportFormat.CSV)).hasLineCount(1);
    }

    @Test
    void csvHasAHeadLineAndEndsEachLineAsTheStandardSays() throws IOException {
        assertThat(written(ExportFormat.CSV, ENTRY))
                .isEqualTo("id,line,number,at,act,actorId,username,displayName,role,reason,before,after,causeEventId,"
                        + "previousHash,hash\r\n"
                        + "51,00000000-0000-4000-8000-00000000000a,1,2026-11-23T12:00:00.000000Z,VOTE_CAST,"
                        + "6f1b2a90-3c4d-4e5f-8a9b-0c1d2e3f4a5b,maria,Maria S.,LEAD,\"'=too \"\"dark\"\"\",{},"
                        + "\"{\"\"vote\"\":\"\"REJECT\"\"}\",," + "0".repeat(64) + "," + "1".repeat(64) + "\r\n");
        assertThat(ExportFormat.CSV.contentType()).isEqualTo("text/csv; charset=utf-8");
    }

    private static String written(ExportFormat format, WrittenEntry... entries) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var writer = format.to(out)) {
            for (var entry : entries) {
                writer.write(entry);
            }
        }
        return out.toString(UTF_8);
    }
}
