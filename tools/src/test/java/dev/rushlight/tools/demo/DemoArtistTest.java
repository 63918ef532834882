package dev.rushlight.tools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.event.Event;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DemoArtistTest {

    private final List<JsonObject> submissions = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final Production production = Production.lanternfish();
    private String receipt = "{'success':true,'url':'http://review.example/item/1','duplicate':false}";

    @Test
    void everythingIsSubmittedOnce() {
        artist().submitAll();

        assertThat(submissions).hasSameSizeAs(production.lines()).allMatch(data -> data.getInt("version") == 1);
        assertThat(said).contains("sh010 comp v1: up for review at http://review.example/item/1");
    }

    @Test
    void aDuplicateAfterARestartIsNoError() {
        receipt = "{'success':true,'url':'http://review.example/item/1','duplicate':true}";

        artist().submitAll();

        assertThat(said).contains("sh010 comp v1: already there at http://review.example/item/1");
    }

    @Test
    void aRefusalIsNamed() {
        receipt = "{'success':false,'errors':[{'code':'VERSION_EXISTS'}]}";

        artist().submitAll();

        assertThat(said).contains("sh010 comp v1: refused: [{\"code\":\"VERSION_EXISTS\"}]");
    }

    @Test
    void aRequestForChangesIsAnsweredWithTheNextVersion() {
        artist().hear(decision("CHANGES_REQUESTED", 1, "Warmer, please"));

        assertThat(submissions).singleElement().satisfies(data -> {
            assertThat(data.getInt("version")).isEqualTo(2);
            assertThat(data.getJsonObject("line").getString("key")).isEqualTo("sh010/comp");
            assertThat(data.getString("description")).endsWith("Asked for: Warmer, please");
        });
        assertThat(said)
                .containsExactly(
                        "sh010 comp v1: changes requested by Maria: \"Warmer, please\"",
                        "sh010 comp v2: up for review at http://review.example/item/1");
    }

    @Test
    void aDecisionHeardTwiceIsAnsweredWithTheSameSubmission() {
        var artist = artist();
        artist.hear(decision("CHANGES_REQUESTED", 1, "Warmer, please"));
        artist.hear(decision("CHANGES_REQUESTED", 1, "Warmer, please"));

        assertThat(submissions)
                .extracting(data -> data.getString("submissionKey"))
                .containsOnly("demo-artist/sh010/comp/v2");
    }

    @Test
    void otherDecisionsAreOnlyNoted() {
        artist().hear(decision("APPROVED_WITH_NOTES", 2, ""));

        assertThat(submissions).isEmpty();
        assertThat(said).containsExactly("sh010 comp v2: approved with notes by Maria");
    }

    @Test
    void decisionsOnOthersWorkAreNotHeard() {
        var theirs = """
                {'item':{'project':'spy','line':{'key':'sh010/comp'},'version':1},'outcome':'CHANGES_REQUESTED'}""";

        artist().hear(Event.of("webreview.decision.changes_requested", json(theirs)));
        artist().hear(Event.of("webreview.decision.changes_requested", json("{}")));

        assertThat(submissions).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void aSubmissionWithoutReceiptIsRepeatedUntilThereIsOne() {
        var lost = new ArrayDeque<>(List.of(true, false));
        var artist = new DemoArtist(
                new Production(List.of(production.lines().get(0))),
                name -> URI.create("http://pictures.example/" + name),
                (event, longest) -> lost.remove()
                        ? CompletableFuture.failedStage(new IllegalStateException("no reply"))
                        : reply(event),
                said::add,
                later::add);

        var done = artist.submitAll().toCompletableFuture();
        assertThat(done).isNotDone();
        later.remove().run();

        assertThat(done).isCompleted();
        assertThat(said).first().asString().endsWith("no receipt yet, trying again");
        assertThat(submissions).hasSize(1);
    }

    private DemoArtist artist() {
        return new DemoArtist(
                production,
                name -> URI.create("http://pictures.example/" + name),
                (event, longest) -> reply(event),
                said::add,
                later::add);
    }

    private CompletableFuture<Event> reply(Event event) {
        submissions.add(event.dataObject());
        return CompletableFuture.completedFuture(Event.of("ftrack.meta.reply", json(receipt)));
    }

    private static Event decision(String outcome, int version, String reason) {
        return Event.of("webreview.decision." + outcome.toLowerCase(Locale.ROOT), json("""
                        {'item':{'project':'lanternfish','line':{'key':'sh010/comp'},'version':%d},
                         'outcome':'%s','actor':{'username':'maria','displayName':'Maria'},'reason':'%s'}""".formatted(
                        version, outcome, reason)));
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
