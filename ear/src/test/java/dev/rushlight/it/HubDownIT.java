package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What becomes of decisions when the hub, or Rushlight itself, is gone for a while. */
@ExtendWith(SharedStudio.class)
class HubDownIT {
    /** A start of the server, and the longest wait of a client that reconnects by itself. */
    private static final Duration RETURN = Duration.ofSeconds(60);

    @Test
    void decisionsTakenWhileTheHubIsDownArriveInOrderOnceItIsBack(Studio studio) {
        var remote = studio.remote().rushlight();
        var admin = studio.admin();
        admin.open("/admin/connections").click("#add-connection");
        admin.fill("name", "remote")
                .fill("server", remote.url().toString())
                .fill("user", "reviews")
                .fill("key", remote.apiKey("reviews"))
                .screenshot("connection-dialog");
        admin.click("#test");
        assertThat(admin.find("#probe")).containsText("The connection works");
        admin.screenshot("connection-tested");
        admin.click("#save");
        assertThat(admin.find("#connection-remote .state")).containsText("Live");
        admin.screenshot("connection-live");

        try (var artist =
                FtrackJs.connect(remote.url(), "jo", remote.apiKey("jo")).subscribe("topic=webreview.decision.*")) {
            artist.subscribe("topic=ftrack.meta.reply");
            var receipts = List.of("one", "two", "three").stream()
                    .map(name -> submit(artist, name, studio.rushlight()))
                    .toList();
            remote.stop();
            assertThat(admin.find("#connection-remote .state")).containsText("Waiting");
            admin.screenshot("connection-waiting");
            for (var receipt : receipts) {
                ItemPage.open(admin, receipt.getString("url"))
                        .approve()
                        .deliveryShows("waiting for remote, which is not connected");
            }
            admin.screenshot("item-decision-pending");

            remote.start();
            var items = receipts.stream()
                    .map(receipt -> receipt.getString("itemId"))
                    .toList();
            artist.awaitDecision(items.get(2), 1, RETURN);
            ItemPage.open(admin, receipts.get(2).getString("url")).deliveryShows("Delivered to");
            admin.screenshot("item-decision-delivered");

            var decisions = artist.heard("webreview.decision.");
            assertThat(decisions).extracting(event -> event.getString("id")).doesNotHaveDuplicates();
            assertThat(decisions)
                    .extracting(event ->
                            event.getJsonObject("data").getJsonObject("item").getString("id"))
                    .containsExactlyElementsOf(items);
        }
    }

    @Test
    void decisionSurvivesAKillBeforeItsPublishing(Studio studio) {
        var remote = studio.remote().rushlight();
        try (var artist =
                FtrackJs.connect(remote.url(), "kim", remote.apiKey("kim")).subscribe("topic=webreview.decision.*")) {
            artist.subscribe("topic=ftrack.meta.reply");
            var receipt = submit(artist, "killed", remote);
            var item = receipt.getString("itemId");
            var reviewer = studio.chromium().visitor(remote.url()).logIn(Studio.ADMIN, Studio.PASSWORD);
            ItemPage.open(reviewer, receipt.getString("url")).requestChanges("Not yet");
            reviewer.close();
            remote.kill();
            assertThat(artist.decisionsOn(item)).isEmpty();

            remote.start();
            var decision = artist.awaitDecision(item, 1, RETURN);
            assertThat(decision.getJsonObject("data").getString("reason")).isEqualTo("Not yet");
            assertThat(artist.decisionsOn(item)).hasSize(1);
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
