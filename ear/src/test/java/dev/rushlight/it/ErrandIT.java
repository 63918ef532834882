package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People act over the hub: with a real ftrack client, seen by a real browser. */
@ExtendWith(SharedStudio.class)
class ErrandIT {

    @Test
    void aVoteAndACommentOverTheHubShowLiveAndAreToldToAll(Studio studio) {
        try (var artist = studio.artist("jo").subscribe("topic=webreview.*");
                var maria = studio.artist(Studio.ADMIN)) {
            var item = artist.submit(Submissions.clip("errand/vote", "Voted over the hub", studio.media()));
            var reviewer = studio.admin();
            var page = ItemPage.open(reviewer, item.getString("url"));
            page.shows("In review");

            var event = UUID.randomUUID().toString();
            var vote = asking(item)
                    .add("vote", "REQUEST_CHANGES")
                    .add("reason", "Edge flicker over the hub")
                    .build();
            var receipt = ask(maria, "vote", event, vote);
            assertThat(receipt.getBoolean("success")).as("%s", receipt).isTrue();
            assertThat(receipt.getString("outcome")).isEqualTo("CHANGES_REQUESTED");
            page.shows("Changes requested");
            reviewer.screenshot("item-voted-over-the-hub");

            var again = ask(maria, "vote", event, vote);
            assertThat(again.getBoolean("duplicate")).isTrue();
            assertThat(again.getString("decisionId")).isEqualTo(receipt.getString("decisionId"));

            var comment = ask(
                    maria,
                    "comment",
                    asking(item)
                            .add("text", "Said over the hub")
                            .add("frame", 3)
                            .build());
            assertThat(comment.getBoolean("success")).as("%s", comment).isTrue();

            artist.awaitDecision(item.getString("itemId"), 1);
            artist.await(
                    "the vote",
                    heard -> heard.getString("topic").equals("webreview.vote.recorded") && isOn(item, heard));
            artist.await(
                    "the note",
                    heard -> heard.getString("topic").equals("webreview.note.created") && isOn(item, heard));

            var state = ask(artist, "query", naming(item).build());
            assertThat(state.getString("outcome")).isEqualTo("CHANGES_REQUESTED");
            assertThat(state.getJsonArray("votes")).hasSize(1);
            assertThat(state.getJsonArray("notes")).hasSize(1);
            var decisions =
                    ask(artist, "query", naming(item).add("sinceSequence", 0).build());
            assertThat(decisions.getJsonArray("events")).hasSize(1);
        }
    }

    @Test
    void aBotVotesUnderItsLabel(Studio studio) {
        var admin = studio.admin().open("/admin/people");
        admin.click("#add-bot").fill("username", "checker").fill("display-name", "Technical check");
        admin.click("#send");
        assertThat(admin.find("#person-checker")).containsText("bot");
        try (var artist = studio.artist("jo").subscribe("topic=webreview.vote.recorded");
                var bot = studio.artist("checker")) {
            var item = artist.submit(Submissions.task("errand/bot", "Checked by a bot"));

            var labelled = ask(
                    bot,
                    "vote",
                    asking(item)
                            .add("vote", "APPROVE")
                            .add("label", "techcheck")
                            .build());

            assertThat(labelled.getBoolean("success")).as("%s", labelled).isTrue();
            var told = artist.await("the bot's vote", heard -> isOn(item, heard));
            assertThat(told.getJsonObject("data").toString()).contains("techcheck");
        }
    }

    @Test
    void whoeverIsNobodyHereDoesNotAct(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var item = artist.submit(Submissions.task("errand/stranger", "Not for strangers"));

            var refused =
                    ask(artist, "vote", asking(item).add("vote", "APPROVE").build());

            assertThat(refused.getBoolean("success")).isFalse();
            assertThat(refused.toString()).contains("NOT_ALLOWED");
        }
    }

    @Test
    void aLeadWithdrawsOverTheHub(Studio studio) {
        try (var artist = studio.artist("jo").subscribe("topic=webreview.*");
                var maria = studio.artist(Studio.ADMIN)) {
            var item = artist.submit(Submissions.task("errand/withdrawn", "Withdrawn over the hub"));

            var receipt = ask(
                    maria, "withdraw", naming(item).add("reason", "Wrong plate").build());

            assertThat(receipt.getString("outcome")).isEqualTo("WITHDRAWN");
            artist.await(
                    "the withdrawal",
                    heard -> heard.getString("topic").equals("webreview.item.withdrawn") && isOn(item, heard));
        }
    }

    private static JsonObject ask(FtrackJs client, String what, JsonObject data) {
        return ask(client, what, UUID.randomUUID().toString(), data);
    }

    private static JsonObject ask(FtrackJs client, String what, String eventId, JsonObject data) {
        return client.ask("webreview." + what, eventId, data).getJsonObject("data");
    }

    private static JsonObjectBuilder naming(JsonObject receipt) {
        return Json.createObjectBuilder().add("itemId", receipt.getString("itemId"));
    }

    private static JsonObjectBuilder asking(JsonObject receipt) {
        return naming(receipt).add("version", receipt.getInt("version"));
    }

    private static boolean isOn(JsonObject receipt, JsonObject heard) {
        return heard.getJsonObject("data").getJsonObject("item").getString("id").equals(receipt.getString("itemId"));
    }
}
