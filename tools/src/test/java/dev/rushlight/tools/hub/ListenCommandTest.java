package dev.rushlight.tools.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.MetaTopics;
import dev.rushlight.hub.peer.PeerConnection;
import dev.rushlight.hub.peer.PeerEvent;
import dev.rushlight.hub.peer.ScriptedPeer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListenCommandTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final ScriptedPeer peer = new ScriptedPeer();
    private final BlockingQueue<PeerConnection> subscribed = new LinkedBlockingQueue<>();
    private final Shell shell = Shell.at(peer.address());

    @BeforeEach
    void noticeSubscriptions() {
        peer.onEvent((connection, event) -> {
            connection.note(event);
            connection.acknowledge(event);
            if (isSubscription(event)) {
                subscribed.add(connection);
            }
        });
    }

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void anEventIsALineWithTimeTopicUserAndData() {
        var listening = shell.begin("listen", "topic=studio.*", "--count", "1");

        subscribed().deliver(event("studio.render", "{\"shot\":\"sh020\"}"));

        assertThat(listening).succeedsWithin(SOON).isEqualTo(0);
        assertThat(shell.output()).isEqualTo("12:00:00.500  studio.render  maria  {\"shot\":\"sh020\"}\n");
    }

    @Test
    void whatDoesNotMatchIsNotPrinted() {
        var listening = shell.begin("listen", "topic=studio.render", "--count", "1");

        var connection = subscribed();
        connection.send("5:::{\"name\":\"ftrack.event\",\"args\":["
                + event("other", "{}").toJson() + "]}");
        connection.deliver(event("studio.render", "{}"));

        assertThat(listening).succeedsWithin(SOON).isEqualTo(0);
        assertThat(shell.lines()).singleElement().asString().contains("studio.render");
    }

    @Test
    void asJsonEveryLineIsAWholeEvent() {
        var listening = shell.begin("listen", "topic=*", "--json", "--count", "2");
        var first = event("one", "{\"text\":\"a\\nb\\u001b[31m\\u009b\"}");
        var second = event("two", "[1]");

        var connection = subscribed();
        connection.deliver(first);
        connection.deliver(second);

        assertThat(listening).succeedsWithin(SOON).isEqualTo(0);
        assertThat(shell.lines().stream().map(JsonText::parse)).containsExactly(first.toJson(), second.toJson());
        assertThat(shell.output()).doesNotContain("\u001b", "\u009b");
    }

    @Test
    void nothingInAnEventReachesTheTerminalAsACommand() {
        var listening = shell.begin("listen", "topic=*", "--count", "1");
        var user = JsonText.parseObject("{\"user\":{\"username\":\"\\u001b]0;owned\\u0007\"}}");

        subscribed()
                .deliver(event("evil\u001b[2J\nforged line", "{\"a\":\"\\u009b1m\\u202e\"}")
                        .withSource(user));

        assertThat(listening).succeedsWithin(SOON).isEqualTo(0);
        assertThat(shell.lines()).hasSize(1);
        assertThat(shell.output()).doesNotContain("\u001b", "\u0007", "\u009b", "\u202e");
    }

    @Test
    void longDataIsCutForPeople() {
        var listening = shell.begin("listen", "topic=*", "--count", "1");

        subscribed().deliver(event("t", "{\"a\":\"" + "x".repeat(5000) + "\"}"));

        assertThat(listening).succeedsWithin(SOON).isEqualTo(0);
        assertThat(shell.output()).hasSizeLessThan(250).contains("…");
    }

    @Test
    void reviewEventsAreToldInTheirOwnWords() {
        var listening = shell.begin("listen", "topic=webreview.*", "--count", "2");

        var connection = subscribed();
        connection.deliver(example("webreview.item.received"));
        connection.deliver(example("webreview.decision.changes_requested"));

        assertThat(listening).succeedsWithin(SOON).isEqualTo(0);
        assertThat(shell.lines().get(0)).contains("rushlight  sh020 comp v012 from jo https://review.example/item/");
        assertThat(shell.lines().get(1)).containsPattern("sh020 comp v012 CHANGES_REQUESTED by .+ \".+\"");
    }

    @Test
    void whenTheTimeIsOverItEndsWell() {
        assertThat(shell.run("listen", "topic=*", "--for", "0.2")).isZero();

        assertThat(shell.output()).isEmpty();
    }

    @Test
    void fewerEventsThanCountedInTheTimeIsExitCode4() {
        assertThat(shell.run("listen", "topic=*", "--for", "0.2", "--count", "1"))
                .isEqualTo(4);

        assertThat(shell.errors()).endsWith("rushlight: fewer than 1 events in the time given\n");
    }

    @Test
    void aLostConnectionIsReportedAndComesBack() {
        var listening = shell.begin("listen", "topic=*", "--count", "2");

        var first = subscribed();
        first.deliver(event("before", "{}"));
        first.closeDecently();
        subscribed().deliver(event("after", "{}"));

        assertThat(listening).succeedsWithin(SOON).isEqualTo(0);
        assertThat(shell.output()).contains("before", "after");
        assertThat(shell.errors().lines())
                .anyMatch(line -> line.equals("rushlight: listening at %s; Ctrl-C ends it".formatted(peer.address())))
                .anyMatch(line -> line.matches("rushlight: no connection, trying again at [0-9:]+: .+"))
                .anyMatch(line -> line.equals("rushlight: connected again"));
    }

    @Test
    void quietSaysNothingOfTheConnection() {
        var listening = shell.begin("listen", "topic=*", "--count", "1", "--quiet");

        var first = subscribed();
        first.closeDecently();
        subscribed().deliver(event("after", "{}"));

        assertThat(listening).succeedsWithin(SOON).isEqualTo(0);
        assertThat(shell.errors()).isEmpty();
    }

    @Test
    void aKeyThatIsWithdrawnEndsIt() {
        var listening = shell.begin("listen", "topic=*");

        var connection = subscribed();
        peer.onHandshake(request -> HttpAnswer.of(401, "no"));
        connection.closeDecently();

        assertThat(listening).succeedsWithin(SOON).isEqualTo(1);
        assertThat(shell.errors()).contains("refuses jo");
    }

    @Test
    void aServerThatIsDownAtTheStartIsExitCode3() {
        peer.close();

        assertThat(shell.run("listen", "topic=*")).isEqualTo(3);
    }

    @Test
    void anExpressionThatIsNoneIsShown() {
        assertThat(shell.run("listen", "topic=")).isEqualTo(2);

        assertThat(shell.errors()).hasLineCount(1).contains("'topic=' is not an expression");
    }

    @Test
    void aCountBelowOneIsRefused() {
        assertThat(shell.run("listen", "topic=*", "--count", "0")).isEqualTo(2);
    }

    @Test
    void aReaderThatHasSeenEnoughEndsItWithoutAWord() {
        var listening = shell.printingTo(new PrintWriter(new BrokenPipe())).begin("listen", "topic=*", "--quiet");

        subscribed().deliver(event("t", "{}"));

        assertThat(listening).succeedsWithin(SOON).isEqualTo(0);
        assertThat(shell.errors()).isEmpty();
    }

    @Test
    void theHubHearsAGoodbyeAtTheEnd() {
        var listening = shell.begin("listen", "topic=*", "--count", "1");

        var connection = subscribed();
        connection.deliver(event("t", "{}"));

        assertThat(listening).succeedsWithin(SOON).isEqualTo(0);
        assertThat(peer.nextEvent(MetaTopics.UNSUBSCRIBE).connection()).isSameAs(connection);
        assertThat(connection.awaitEnd()).isTrue();
    }

    /** The next connection on which the command's subscription was acknowledged. */
    private PeerConnection subscribed() {
        try {
            var connection = subscribed.poll(10, TimeUnit.SECONDS);
            assertThat(connection).isNotNull();
            return connection;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isSubscription(PeerEvent event) {
        return event.topic().equals(MetaTopics.SUBSCRIBE)
                && !event.event().dataObject().getString("subscription").contains(MetaTopics.REPLY);
    }

    private static Event event(String topic, String data) {
        JsonObject source = JsonText.parseObject("{\"id\":\"x\",\"user\":{\"username\":\"maria\"}}");
        return Event.of(topic, JsonText.parse(data)).withSource(source);
    }

    private static Event example(String name) {
        try {
            return Event.fromJson(
                    JsonText.parseObject(Files.readString(Path.of("../docs/events/examples/%s.json".formatted(name)))));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
