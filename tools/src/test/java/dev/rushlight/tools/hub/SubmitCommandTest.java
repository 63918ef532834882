package dev.rushlight.tools.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.peer.ScriptedPeer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmitCommandTest {

    private static final Path EVENTS = Path.of("../docs/events");

    @TempDir
    private Path directory;

    private final ScriptedPeer peer = new ScriptedPeer();
    private final Shell shell = Shell.at(peer.address());

    @BeforeEach
    void giveReceipts() {
        answerWith(example("webreview.receipt"));
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void theReceiptTellsWhereItIsReviewed() {
        assertThat(shell.run("submit", "--name", "sh020 comp", "--media", "https://media.example/sh020.mp4"))
                .isZero();

        assertThat(shell.lines())
                .containsExactly(
                        "url        https://review.example/item/5b0b8f0e-3f0d-4a8e-9d43-1f0c9b7a2e11",
                        "version    12",
                        "outcome    PENDING",
                        "policy     any-reviewer",
                        "reviewers  maria, tom",
                        "warning    UNKNOWN_FIELD: line.color is not known here and was ignored");
        assertThat(shell.errors()).isEmpty();
    }

    @Test
    void aNameAndAnAddressMakeASubmission() {
        shell.run("submit", "--name", "sh020 comp", "--media", "https://media.example/sh020.mp4");

        assertThat(submitted()).isEqualTo(JsonText.parseObject("""
                        {"schema":"webreview.submit/1","kind":"ASSET","project":"default",
                         "line":{"key":"sh020 comp","name":"sh020 comp"},
                         "media":[{"url":"https://media.example/sh020.mp4","type":"video/mp4"}]}"""));
    }

    @Test
    void everyOptionHasItsField() {
        shell.run(
                "submit",
                "--project=spy",
                "--key=sh020/comp",
                "--name=sh020 comp",
                "--kind=asset",
                "--version=12",
                "--description=Grain matched",
                "--policy=any-reviewer",
                "--reviewer=maria",
                "--reviewer=tom",
                "--submission-key=publish-1",
                "--rate=23.976",
                "--frames=120",
                "--start-frame=-5",
                "--poster=https://media.example/p.jpg",
                "--media=https://media.example/a.mov?v=1",
                "--media=https://media.example/b.PNG");

        assertThat(submitted()).isEqualTo(JsonText.parseObject("""
                        {"schema":"webreview.submit/1","kind":"ASSET","project":"spy",
                         "line":{"key":"sh020/comp","name":"sh020 comp"},
                         "version":12,"submissionKey":"publish-1","description":"Grain matched",
                         "policy":"any-reviewer","reviewers":["maria","tom"],
                         "media":[{"url":"https://media.example/a.mov?v=1","type":"video/quicktime",
                                   "posterUrl":"https://media.example/p.jpg","rate":[24000,1001],
                                   "frames":120,"startFrame":-5},
                                  {"url":"https://media.example/b.PNG","type":"image/png"}]}"""));
    }

    @Test
    void aTaskIsSubmittedByItsStatus() {
        shell.run("submit", "--name", "sh020 roto", "--status", "Ready for review", "--assignee", "jo");

        var submitted = submitted();
        assertThat(submitted.getString("kind")).isEqualTo("TASK");
        assertThat(submitted.getJsonObject("task"))
                .hasToString("{\"status\":\"Ready for review\",\"assignee\":\"jo\"}");
    }

    @Test
    void aDiffFromAPipeIsAChangeset() {
        shell.typing("diff --git a/a.py b/a.py\n--- a/a.py\n+++ b/a.py\n@@ -1 +1 @@\n-x\n+y\n")
                .run("submit", "--name", "Fix", "--diff", "-");

        var submitted = submitted();
        assertThat(submitted.getString("kind")).isEqualTo("CHANGESET");
        assertThat(submitted.getJsonArray("changes").getJsonObject(0).getString("path"))
                .isEqualTo("a.py");
    }

    @Test
    void aWholePayloadTravelsAsItIs() throws IOException {
        var payload = example("webreview.submit.changeset");
        var file = Files.writeString(directory.resolve("payload.json"), payload.toString());

        assertThat(shell.run("submit", "--payload", "@" + file)).isZero();

        assertThat(submitted()).isEqualTo(payload);
    }

    @Test
    void whatTheOptionsMakeIsWhatTheSchemaWants() {
        var schema = schema();
        shell.run("submit", "--name=a", "--media=https://m.example/a.mp4", "--rate=24", "--frames=3", "--version=1");
        assertThat(schema.validate(submitted().toString(), InputFormat.JSON)).isEmpty();
        shell.run("submit", "--name=b", "--status=Done", "--description=d");
        assertThat(schema.validate(submitted().toString(), InputFormat.JSON)).isEmpty();
        shell.typing("diff --git a/a b/b\nsimilarity index 100%\nrename from a\nrename to b\n")
                .run("submit", "--name=c", "--diff=-", "--reviewer=maria");
        assertThat(schema.validate(submitted().toString(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void whatIsRefusedIsToldFieldByField() {
        answerWith(example("webreview.receipt.refused"));

        assertThat(shell.run("submit", "--name", "x", "--media", "ftp://x/a.mp4"))
                .isEqualTo(1);

        assertThat(shell.output()).isEmpty();
        assertThat(shell.errors()).isEqualTo("""
                        rushlight: the submission is refused
                          line.key: MISSING: line.key is missing
                          media[0].url: INVALID_URL: media[0].url must be an absolute http or https address
                        """);
    }

    @Test
    void asJsonTheReceiptIsOneObjectInBothCases() {
        assertThat(shell.run("submit", "--json", "--name", "x", "--status", "s"))
                .isZero();
        assertThat(shell.json()).isEqualTo(example("webreview.receipt"));

        answerWith(example("webreview.receipt.refused"));
        var second = Shell.at(peer.address());
        assertThat(second.run("submit", "--json", "--name", "x", "--status", "s"))
                .isEqualTo(1);
        assertThat(second.json()).isEqualTo(example("webreview.receipt.refused"));
    }

    @Test
    void aDuplicateIsCalledOne() {
        answerWith(JsonText.parseObject("{\"success\":true,\"url\":\"u\",\"version\":1,\"duplicate\":true}"));

        assertThat(shell.run("submit", "--name", "x", "--status", "s")).isZero();

        assertThat(shell.lines())
                .containsExactly(
                        "url        u",
                        "version    1",
                        "duplicate  yes: it had been submitted before, nothing was changed");
    }

    @Test
    void aReceiptHasNoPowerOverTheTerminal() {
        answerWith(JsonText.parseObject(
                "{\"success\":false,\"errors\":[{\"code\":\"X\",\"field\":\"\",\"message\":\"\\u001b[2J\"}]}"));

        shell.run("submit", "--name", "x", "--status", "s");

        assertThat(shell.errors()).contains("  X: \\u001b[2J").doesNotContain("\u001b");
    }

    @Test
    void anAnswerThatIsNoReceiptIsNotTakenForSuccess() {
        answerWith(JsonText.parseObject("{\"success\":\"true\"}"));

        assertThat(shell.run("submit", "--name", "x", "--status", "s")).isEqualTo(1);
    }

    @Test
    void withoutAReceiptInTimeTheExitCodeIs4() {
        peer.onEvent((connection, event) -> connection.behave(event));

        assertThat(shell.run("submit", "--name", "x", "--status", "s", "--timeout", "0.3"))
                .isEqualTo(4);

        assertThat(shell.errors()).hasLineCount(1).endsWith("Is a Rushlight connected to this hub?\n");
    }

    @Test
    void whatCannotBeASubmissionIsNotSent() {
        assertThat(shell.run("submit")).isEqualTo(2);
        assertThat(shell.run("submit", "--name", "x")).isEqualTo(2);
        assertThat(shell.run("submit", "--media", "https://m.example/a.mp4")).isEqualTo(2);
        assertThat(shell.run("submit", "--name", "x", "--kind", "song")).isEqualTo(2);
        assertThat(shell.run("submit", "--name", "x", "--kind", "task")).isEqualTo(2);
        assertThat(shell.run("submit", "--name", "x", "--kind", "asset")).isEqualTo(2);
        assertThat(shell.run("submit", "--name", "x", "--diff", "no-diff")).isEqualTo(2);
        assertThat(shell.run("submit", "--name", "x", "--media", "https://m.example/a"))
                .isEqualTo(2);
        assertThat(shell.run("submit", "--name", "x", "--media", "https://m.example/a.mp4", "--rate", "24.5"))
                .isEqualTo(2);
        assertThat(shell.run("submit", "--payload", "[]")).isEqualTo(2);
        assertThat(shell.run("submit", "--payload", "{}", "--name", "x")).isEqualTo(2);

        assertThat(shell.errors())
                .contains(
                        "--name", "--media, --diff or --status", "song", "--content-type", "24.5", "not a JSON object");
        assertThat(peer.openConnections()).isZero();
    }

    private void answerWith(JsonObject receipt) {
        peer.onEvent((connection, received) -> {
            connection.behave(received);
            if (received.topic().equals("webreview.submit")) {
                connection.deliver(Event.replyTo(received.event(), receipt));
            }
        });
    }

    private JsonObject submitted() {
        return peer.nextEvent("webreview.submit").event().dataObject();
    }

    private static JsonObject example(String name) {
        try {
            return JsonText.parseObject(Files.readString(EVENTS.resolve("examples/%s.json".formatted(name))))
                    .getJsonObject("data");
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(EVENTS.resolve("webreview.submit-1.schema.json").toUri());
    }
}
