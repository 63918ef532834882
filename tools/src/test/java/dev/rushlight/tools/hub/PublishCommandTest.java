package dev.rushlight.tools.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.peer.PeerConnection;
import dev.rushlight.hub.peer.PeerEvent;
import dev.rushlight.hub.peer.ScriptedPeer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import jakarta.json.Json;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {

    @TempDir
    private Path directory;

    private final ScriptedPeer peer = new ScriptedPeer();
    private final Shell shell = Shell.at(peer.address());

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void anEventThatTheHubTookIsNamedByItsId() {
        assertThat(shell.run("publish", "--topic", "render.done", "--data", "{\"shot\": \"sh020\"}"))
                .isZero();

        var heard = peer.nextEvent("render.done").event();
        assertThat(heard.dataObject().getString("shot")).isEqualTo("sh020");
        assertThat(heard.source().getString("applicationId")).isEqualTo("rushlight.command-line");
        assertThat(shell.output()).isEqualTo(heard.id() + "\n");
        assertThat(shell.errors()).isEmpty();
    }

    @Test
    void theHubHearsAGoodbye() {
        shell.run("publish", "--topic", "t");

        assertThat(peer.nextConnection().awaitEnd()).isTrue();
    }

    @Test
    void jsonOutputIsOneObject() {
        assertThat(shell.run("publish", "--topic", "t", "--json")).isZero();

        assertThat(shell.json().getString("id")).isEqualTo(peer.nextEvent("t").id());
        assertThat(shell.json().isNull("reply")).isTrue();
    }

    @Test
    void dataIsReadFromAFileAndFromStandardInput() throws IOException {
        var file = Files.writeString(directory.resolve("data.json"), "[1, \"zwölf\"]");

        assertThat(shell.run("publish", "--topic", "file", "--data", "@" + file))
                .isZero();
        assertThat(shell.typing("{\"from\": \"stdin\"}").run("publish", "--topic", "input", "--data", "-"))
                .isZero();

        assertThat(peer.nextEvent("file").event().data()).hasToString("[1,\"zwölf\"]");
        assertThat(peer.nextEvent("input").event().data()).hasToString("{\"from\":\"stdin\"}");
    }

    @Test
    void theTargetTravels() {
        shell.run("publish", "--topic", "t", "--target", "applicationId=maya");

        assertThat(peer.nextEvent("t").event().target()).isEqualTo("applicationId=maya");
    }

    @Test
    void theReplyIsPrinted() {
        peer.onEvent(PublishCommandTest::replyFortyTwo);

        assertThat(shell.run("publish", "--topic", "ask", "--await-reply")).isZero();

        assertThat(shell.output()).isEqualTo("{\"answer\":42}\n");
    }

    @Test
    void asJsonTheReplyIsTheWholeEvent() {
        peer.onEvent(PublishCommandTest::replyFortyTwo);

        assertThat(shell.run("publish", "--topic", "ask", "--await-reply=5", "--json"))
                .isZero();

        var asked = peer.nextEvent("ask").id();
        assertThat(shell.json().getString("id")).isEqualTo(asked);
        assertThat(shell.json().getJsonObject("reply").getString("inReplyToEvent"))
                .isEqualTo(asked);
    }

    @Test
    void withoutAReplyInTimeTheExitCodeIs4() {
        assertThat(shell.run("publish", "--topic", "ask", "--await-reply=0.2")).isEqualTo(4);

        assertThat(shell.output()).isEmpty();
        assertThat(shell.errors()).hasLineCount(1).startsWith("rushlight: No reply to event ");
    }

    @Test
    void withoutAnAcknowledgementInTimeTheExitCodeIs4() {
        peer.onEvent((connection, event) -> {
            if (!event.topic().equals("t")) {
                connection.behave(event);
            }
        });

        assertThat(shell.run("publish", "--topic", "t", "--timeout", "0.5")).isEqualTo(4);

        assertThat(shell.errors()).hasLineCount(1).contains("did not confirm");
    }

    @Test
    void whatTheHubRefusesIsToldInItsWordsButNotInItsColours() {
        peer.onEvent((connection, event) -> {
            if (event.topic().equals("t")) {
                connection.send("6:::%s+[{\"success\":false,\"message\":\"no \\u001b[31mway\"}]"
                        .formatted(event.packetId().orElseThrow()));
            } else {
                connection.behave(event);
            }
        });

        assertThat(shell.run("publish", "--topic", "t")).isEqualTo(1);

        assertThat(shell.errors()).hasLineCount(1).contains("no \\u001b[31mway").doesNotContain("\u001b");
    }

    @Test
    void aWrongKeyIsRefusedAtOnceAndNotPrinted() {
        peer.onHandshake(request -> HttpAnswer.of(401, "no"));

        assertThat(shell.run("publish", "--topic", "t")).isEqualTo(1);

        assertThat(shell.errors())
                .hasLineCount(1)
                .contains(peer.address() + " refuses jo")
                .doesNotContain(Shell.KEY);
    }

    @Test
    void aServerThatIsDownIsExitCode3() {
        peer.close();

        assertThat(shell.run("publish", "--topic", "t")).isEqualTo(3);

        assertThat(shell.errors()).hasLineCount(1).contains("No connection to " + peer.address());
    }

    @Test
    void brokenJsonIsNamedWithItsPlace() throws IOException {
        var file = Files.writeString(directory.resolve("data.json"), "{\n  \"a\": 1,\n  \"b\": }\n");

        assertThat(shell.run("publish", "--topic", "t", "--data", "@" + file)).isEqualTo(2);

        assertThat(shell.errors()).hasLineCount(1).contains(file + ", line 3, column 8: a value is expected, not }");
    }

    @Test
    void brokenJsonOnTheCommandLineAndOnStandardInputIsNamedToo() {
        assertThat(shell.run("publish", "--topic", "t", "--data", "{shot: 1}")).isEqualTo(2);
        assertThat(shell.typing("[1, 2").run("publish", "--topic", "t", "--data", "-"))
                .isEqualTo(2);

        assertThat(shell.errors())
                .contains("--data, line 1, column 2: a key in double quotes is expected, not s")
                .contains(
                        "standard input, line 1, column 6: the text ends, but the list that begins at line 1, column 1 does not");
    }

    @Test
    void aFileThatIsMissingOrNoTextIsNamed() throws IOException {
        var binary = Files.write(directory.resolve("binary"), new byte[] {'"', (byte) 0xff, '"'});

        assertThat(shell.run("publish", "--topic", "t", "--data", "@" + directory.resolve("none")))
                .isEqualTo(2);
        assertThat(shell.run("publish", "--topic", "t", "--data", "@" + binary)).isEqualTo(2);

        assertThat(shell.errors())
                .isEqualTo("rushlight: There is no file %s\nrushlight: %s is not text in UTF-8\n"
                        .formatted(directory.resolve("none"), binary));
    }

    @Test
    void aHugeFileIsRefusedUnread() throws IOException {
        var huge = directory.resolve("huge.json");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(1L << 40);
        }

        assertThat(shell.run("publish", "--topic", "t", "--data", "@" + huge)).isEqualTo(2);

        assertThat(shell.errors())
                .isEqualTo("rushlight: %s has more than 1 MiB, and no event is larger\n".formatted(huge));
    }

    @Test
    void aTargetThatIsNoExpressionIsRefusedBeforeAnythingIsSent() {
        assertThat(shell.run("publish", "--topic", "t", "--target", "id=")).isEqualTo(2);

        assertThat(shell.errors()).hasLineCount(1).contains("--target is not an expression");
        assertThat(peer.openConnections()).isZero();
    }

    @Test
    void aMisspeltOptionIsNamedInTwoLines() {
        assertThat(shell.run("publish", "--topic", "t", "--dta", "{}")).isEqualTo(2);

        assertThat(shell.errors()).hasLineCount(2).contains("--dta").endsWith("See ./rushlight publish --help\n");
    }

    private static void replyFortyTwo(PeerConnection connection, PeerEvent received) {
        connection.behave(received);
        if (received.topic().equals("ask")) {
            var answer = Json.createObjectBuilder().add("answer", 42).build();
            connection.deliver(Event.replyTo(received.event(), answer));
        }
    }
}
