package dev.rushlight.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProductionTest {

    private static final Path SCHEMA = Path.of("../docs/events/webreview.submit-1.schema.json");
    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@");

    static Stream<LineOfWork> lines() {
        return Production.lanternfish().lines().stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everyVersionIsWhatTheSchemaAsksFor(LineOfWork line) throws IOException {
        var schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));

        for (var version = 1; version <= 5; version++) {
            var data = submission(line, version).toString();
            assertThat(schema.validate(data, InputFormat.JSON)).isEmpty();
        }
    }

    @Test
    void everyKindOfWorkIsShown() {
        assertThat(lines().map(LineOfWork::kind)).contains("ASSET", "CHANGESET", "TASK");
    }

    @Test
    void clipsRunAtFilmAndAtBroadcastRate() {
        var rates = lines().filter(line -> line.kind().equals("ASSET"))
                .map(line -> submission(line, 1).getJsonArray("media").getJsonObject(0))
                .filter(media -> media.getString("type").equals("video/mp4"))
                .map(media -> media.getJsonArray("rate").toString());

        assertThat(rates).containsExactlyInAnyOrder("[24,1]", "[24000,1001]");
    }

    @Test
    void aVersionKeepsItsSubmissionKeyForEver() {
        var line = line("sh010 comp");

        assertThat(submission(line, 2).getString("submissionKey")).isEqualTo("demo-artist/sh010/comp/v2");
    }

    @Test
    void theNextVersionShowsAnotherPictureAndQuotesTheRequest() {
        var line = line("sh010 comp");

        var second = line.submission(2, Optional.of("Warmer, please"), ProductionTest::picture);

        assertThat(second.getString("description")).endsWith("Asked for: Warmer, please");
        assertThat(media(second)).isEqualTo("http://pictures.example/descent-v2.mp4");
        assertThat(media(submission(line, 1))).isEqualTo("http://pictures.example/descent-v1.mp4");
    }

    @Test
    void aVersionBeyondTheLastTakeSaysThatItIsOne() {
        var line = line("sh010 comp");

        assertThat(submission(line, 4).getString("description"))
                .isEqualTo("Version 3 once more: nothing newer is prepared for this demo.");
        assertThat(submission(line, 4).getInt("version")).isEqualTo(4);
        assertThat(media(submission(line, 4))).isEqualTo(media(submission(line, 3)));
    }

    @Test
    void aPictureIsNamedByItsDigest() {
        var first = submission(line("sh010 comp"), 1).getJsonArray("media").getJsonObject(0);

        assertThat(first.getString("sha256"))
                .isEqualTo(DemoFiles.sha256("descent-v1.mp4"))
                .hasSize(64);
    }

    @Test
    void everyDiffCountsItsLinesRight() {
        var line = line("Rig: swim cycle");

        for (var version = 1; version <= 3; version++) {
            for (var change : submission(line, version).getJsonArray("changes").getValuesAs(JsonObject.class)) {
                assertCounted(change.getString("diff", ""));
            }
        }
    }

    private static void assertCounted(String diff) {
        for (var hunk : diff.split("(?m)^(?=@@ )")) {
            var lines = hunk.lines().toList();
            var matcher = HUNK.matcher(lines.isEmpty() ? "" : lines.get(0));
            if (matcher.lookingAt()) {
                var body = lines.subList(1, lines.size());
                assertThat(count(body, " ", "-")).isEqualTo(size(matcher.group(1)));
                assertThat(count(body, " ", "+")).isEqualTo(size(matcher.group(2)));
            }
        }
    }

    @Test
    void theChangesetShowsEverySortOfFile() {
        var changes =
                submission(line("Rig: swim cycle"), 1).getJsonArray("changes").getValuesAs(JsonObject.class);

        assertThat(changes.stream().map(change -> change.getString("action")))
                .contains("add", "modify", "delete", "rename");
        assertThat(changes.stream().map(change -> change.getString("diff", "")))
                .contains("")
                .anyMatch(diff -> diff.contains("Binary files"))
                .anyMatch(diff -> diff.contains("new mode"))
                .anyMatch(diff -> HUNK.matcher(diff).results().count() > 1);
    }

    private static long count(List<String> hunk, String context, String sign) {
        return hunk.stream()
                .filter(text -> text.startsWith(context) || text.startsWith(sign))
                .count();
    }

    private static long size(String count) {
        return count == null ? 1 : Long.parseLong(count);
    }

    private static LineOfWork line(String name) {
        return lines().filter(line -> line.name().equals(name)).findFirst().orElseThrow();
    }

    private static JsonObject submission(LineOfWork line, int version) {
        return line.submission(version, Optional.empty(), ProductionTest::picture);
    }

    private static String media(JsonObject submission) {
        return submission.getJsonArray("media").getJsonObject(0).getString("url");
    }

    private static URI picture(String name) {
        assertThat(DemoFiles.read(name)).as(name).isPresent();
        return URI.create("http://pictures.example/" + name);
    }
}
