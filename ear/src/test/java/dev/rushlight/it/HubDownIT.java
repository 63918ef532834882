package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What becomes of decisions when a server dies by {@code kill -9}: of its own, which it had not published yet, and of
 * another server's, for which it was the hub.
 */
@ExtendWith(SharedStudio.class)
class HubDownIT {
    /** A start of the server, and the longest wait of a client that reconnects by itself. */
    private static final Duration RETURN = Duration.ofSeconds(60);

    @Test
    void everyDecisionArrivesOnceWhenTheKilledServerIsBack(Studio studio) {
        var remote = studio.remote().rushlight();
        var admin = studio.connectToRemote();

        try (var artist =
                FtrackJs.connect(remote.url(), "jo", remote.apiKey("jo")).subscribe("topic=webreview.decision.*")) {
            artist.subscribe("topic=ftrack.meta.reply");
            var own = submit(artist, "its own", remote);
            var others = List.of("one", "two", "three").stream()
                    .map(name -> submit(artist, name, studio.rushlight()))
                    .toList();

            // Between its decision and its publishing.
            var reviewer = studio.chromium().visitor(remote.url()).logIn(Studio.ADMIN, Studio.PASSWORD);
            ItemPage.open(reviewer, own.getString("url")).requestChanges("Not yet");
            reviewer.close();
            remote.kill();
            assertThat(artist.heard("webreview.decision.")).isEmpty();

            // Decided while the hub is down.
            assertThat(admin.find("#connection-remote .state")).containsText("Waiting");
            admin.screenshot("connection-waiting");
            for (var receipt : others) {
                ItemPage.open(admin, receipt.getString("url")).approve();
            }
            for (var receipt : others) {
                ItemPage.open(admin, receipt.getString("url"))
                        .deliveryShows("waiting for remote, which is not connected");
            }
            admin.screenshot("item-decision-pending");

            remote.start();
            var items =
                    others.stream().map(receipt -> receipt.getString("itemId")).toList();
            var late = artist.awaitDecision(own.getString("itemId"), 1, RETURN);
            assertThat(late.getJsonObject("data").getString("reason")).isEqualTo("Not yet");
            artist.awaitDecision(items.get(2), 1, RETURN);
            ItemPage.open(admin, others.get(2).getString("url")).deliveryShows("Delivered to");
            admin.screenshot("item-decision-delivered");

            var decisions = artist.heard("webreview.decision.");
            assertThat(decisions).hasSize(4);
            assertThat(decisions).extracting(event -> event.getString("id")).doesNotHaveDuplicates();
            assertThat(decisions)
                    .extracting(event ->
                            event.getJsonObject("data").getJsonObject("item").getString("id"))
                    .containsSubsequence(items);
        }
    }

    /** Two servers listen at the remote hub, and both answer; what counts is the receipt of this one. */
    private static JsonObject submit(FtrackJs artist, String name, Rushlight to) {
        var event = UUID.randomUUID().toString();
        artist.submit(event, Submissions.task("hub-down/" + name, "Hub down " + name));
        return artist.await(
                        "the receipt of " + to.url() + " for " + name,
                        reply -> reply.getString("topic").equals("ftrack.meta.reply")
                                && reply.getString("inReplyToEvent").equals(event)
                                && reply.getJsonObject("data").getString("url").startsWith(to.url() + "/"))
                .getJsonObject("data");
    }
}
