package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole loop: publish, review, decide, event back; with a real ftrack client and a real browser. */
@ExtendWith(SharedStudio.class)
class LoopIT {

    @Test
    void setUpLinkWorksOnce(Studio studio) {
        var latecomer = studio.chromium().visitor(studio.rushlight().url()).open(studio.setUpLink());

        assertThat(latecomer.find("body")).containsText("no longer");
        assertThat(latecomer.find("#create")).hasCount(0);
        latecomer.screenshot("set-up-link-used");
    }

    @Test
    void wrongPasswordDoesNotLogIn(Studio studio) {
        var stranger = studio.chromium().visitor(studio.rushlight().url()).open("/");

        stranger.find("#login input[name=username]").fill(Studio.ADMIN);
        stranger.find("#login input[name=password]").fill("admin admin admin");
        stranger.click("#login vaadin-button[theme~=submit]");

        assertThat(stranger.find("#login")).containsText("That did not match");
        assertThat(stranger.find("#user-menu")).hasCount(0);
        stranger.screenshot("login-refused");
    }

    @Test
    void submissionIsReviewedAndEveryDecisionComesBack(Studio studio) {
        try (var artist = studio.artist("jo").subscribe("topic=webreview.*")) {
            var reviewer = studio.admin();
            assertThat(reviewer.rows("sh020 comp")).hasCount(0);
            reviewer.page().evaluate("window.loadedOnce = true");

            // Version 1: receipt, and a row in the open queue.
            var first = UUID.randomUUID().toString();
            var started = System.nanoTime();
            var receipt = artist.submit(first, Submissions.clip("sh020/comp", "sh020 comp", studio.media()));
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
            assertThat(receipt.getBoolean("success")).as("%s", receipt).isTrue();
            assertThat(receipt.getBoolean("duplicate")).isFalse();
            assertThat(receipt.getString("outcome")).isEqualTo("PENDING");
            var item = receipt.getString("itemId");
            assertThat(receipt.getString("url")).isEqualTo(studio.rushlight().url() + "/item/" + item);

            var row = reviewer.rows("sh020 comp");
            assertThat(row).isVisible(new IsVisibleOptions().setTimeout(15_000));
            assertThat(reviewer.page().evaluate("window.loadedOnce")).isEqualTo(true);
            reviewer.screenshot("queue-with-new-row");

            var received = artist.await(
                    "item.received",
                    event -> event.getString("topic").equals("webreview.item.received")
                            && event.getJsonObject("data")
                                    .getJsonObject("item")
                                    .getString("id")
                                    .equals(item));
            assertThat(received.getString("inReplyToEvent")).isEqualTo(first);

            // Changes requested.
            row.click();
            var page = ItemPage.shownTo(reviewer);
            reviewer.screenshot("item-pending");
            page.requestChanges("Edge flicker on the left rail");
            reviewer.screenshot("item-changes-requested");

            var changes = artist.awaitDecision(item, 1);
            assertThat(changes.getString("topic")).isEqualTo("webreview.decision.changes_requested");
            assertThat(changes.getString("inReplyToEvent")).isEqualTo(first);
            var data = changes.getJsonObject("data");
            assertThat(data.getString("schema")).isEqualTo("webreview.decision/1");
            assertThat(data.getString("outcome")).isEqualTo("CHANGES_REQUESTED");
            assertThat(data.getString("reason")).isEqualTo("Edge flicker on the left rail");
            assertThat(data.getJsonObject("actor").getString("username")).isEqualTo(Studio.ADMIN);
            assertThat(data.getJsonObject("actor").getString("displayName")).isEqualTo("Maria Silva");
            assertThat(data.getJsonObject("actor").getString("kind")).isEqualTo("human");
            assertThat(data.getJsonObject("item").getInt("version")).isEqualTo(1);
            page.deliveryShows("Delivered to");

            // Version 2, while the page is open.
            var second = UUID.randomUUID().toString();
            var next = artist.submit(second, Submissions.clip("sh020/comp", "sh020 comp", studio.media()));
            assertThat(next.getString("itemId")).isEqualTo(item);
            assertThat(next.getInt("version")).isEqualTo(2);
            assertThat(page.version(2)).isVisible();
            assertThat(page.version(1)).containsText("Superseded");
            page.shows("In review");
            reviewer.screenshot("item-version-2");

            // Approved.
            page.approve();
            var approved = artist.awaitDecision(item, 2);
            assertThat(approved.getString("topic")).isEqualTo("webreview.decision.approved");
            assertThat(approved.getString("inReplyToEvent")).isEqualTo(second);
            assertThat(approved.getJsonObject("data").getString("outcome")).isEqualTo("APPROVED");
            assertThat(approved.getJsonObject("data").getString("previousOutcome"))
                    .isEqualTo("IN_REVIEW");
            assertThat(approved.getJsonObject("data").getJsonObject("item").getInt("version"))
                    .isEqualTo(2);
            page.deliveryShows("Delivered to");
            reviewer.screenshot("item-approved");
            assertThat(artist.decisionsOn(item)).hasSize(2);
        }
    }

    @Test
    void everyKindIsShown(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var reviewer = studio.admin();

            var clip = artist.submit(Submissions.clip("sh030/anim", "sh030 anim", studio.media()));
            ItemPage.open(reviewer, clip.getString("url"));
            var video = reviewer.find("review-player .picture video");
            assertThat(video).isVisible();
            assertThat(reviewer.find("review-player").evaluate("player => player.media.poster"))
                    .isEqualTo(studio.media().url("poster.png").toString());
            Eventually.holds(
                    "the clip can be played",
                    Eventually.PATIENCE,
                    () -> video.evaluate("v => v.videoWidth").equals(320));
            reviewer.screenshot("item-video");

            var still = artist.submit(Submissions.still("sh030/paint", "sh030 paint", studio.media()));
            ItemPage.open(reviewer, still.getString("url"));
            var picture = reviewer.find("img[src='" + studio.media().url("still.png") + "']");
            assertThat(picture).isVisible();
            Eventually.holds(
                    "the still is drawn",
                    Eventually.PATIENCE,
                    () -> picture.evaluate("i => i.naturalWidth").equals(320));
            reviewer.screenshot("item-image");

            var changeset = artist.submit(Submissions.changeset("rig/hero", "Hero rig"));
            ItemPage.open(reviewer, changeset.getString("url"));
            assertThat(reviewer.find("body")).containsText("rigs/hero/arm.py");
            assertThat(reviewer.find("body")).containsText("return clamp(angle, 0, 165)");
            assertThat(reviewer.find("body")).containsText("rigs/hero/hand_v2.ma");
            assertThat(reviewer.find("body")).containsText("rigs/hero/old_leg.ma");
            reviewer.screenshot("item-changeset");

            var task = artist.submit(Submissions.task("prod/bid", "Bid sequence 30"));
            ItemPage.open(reviewer, task.getString("url"));
            assertThat(reviewer.find("body")).containsText("Ready for review");
            assertThat(reviewer.find("body")).containsText("tom");
            assertThat(reviewer.find("body")).containsText("Bidding spreadsheet agrees with the schedule.");
            reviewer.screenshot("item-task");

            reviewer.open("/");
            for (var name : new String[] {"sh030 anim", "sh030 paint", "Hero rig", "Bid sequence 30"}) {
                assertThat(reviewer.rows(name)).isVisible();
            }
            reviewer.screenshot("queue-every-kind");
        }
    }

    @Test
    void voteUndoneWithinItsGraceIsNeverPublished(Studio studio) {
        try (var artist = studio.artist("jo").subscribe("topic=webreview.decision.*")) {
            var reviewer = studio.admin();
            var regretted = artist.submit(Submissions.task("undo/regretted", "Regretted"));
            var later = artist.submit(Submissions.task("undo/later", "Later"));

            var page = ItemPage.open(reviewer, regretted.getString("url")).approve();
            page.undo().shows("In review");
            reviewer.screenshot("item-undone");
            ItemPage.open(reviewer, later.getString("url")).approve();
            reviewer.screenshot("item-undo-offered");

            // The later decision's grace ends after the regretted one's would have.
            artist.awaitDecision(later.getString("itemId"), 1);
            assertThat(artist.decisionsOn(regretted.getString("itemId"))).isEmpty();
        }
    }

    @Test
    void sameSubmissionTwiceIsOneItem(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var event = UUID.randomUUID().toString();
            var submission = Submissions.task("dup/by-event", "Sent twice");
            var first = artist.submit(event, submission);
            var again = artist.submit(event, submission);
            assertThat(first.getBoolean("duplicate")).isFalse();
            assertThat(again.getBoolean("duplicate")).as("%s", again).isTrue();
            assertSameVersion(first, again);

            var keyed =
                    Submissions.with(Submissions.task("dup/by-key", "Sent twice with a key"), "submissionKey", "k-1");
            var firstKeyed = artist.submit(keyed);
            var againKeyed = artist.submit(keyed);
            assertThat(firstKeyed.getBoolean("duplicate")).isFalse();
            assertThat(againKeyed.getBoolean("duplicate")).as("%s", againKeyed).isTrue();
            assertSameVersion(firstKeyed, againKeyed);

            var reviewer = studio.admin();
            assertThat(reviewer.rows("Sent twice with a key")).hasCount(1);
            ItemPage.open(reviewer, first.getString("url"));
            assertThat(reviewer.find("#version-1")).isVisible();
            assertThat(reviewer.find("#version-2")).hasCount(0);
        }
    }

    private static void assertSameVersion(JsonObject first, JsonObject again) {
        assertThat(again.getBoolean("success")).isTrue();
        assertThat(again.getString("itemId")).isEqualTo(first.getString("itemId"));
        assertThat(again.getString("url")).isEqualTo(first.getString("url"));
        assertThat(again.getInt("version")).isEqualTo(first.getInt("version"));
    }

    @Test
    void malformedSubmissionIsAnsweredWithItsErrorsAndListed(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var receipt = artist.submit(Json.createObjectBuilder()
                    .add("schema", "webreview.submit/1")
                    .add("kind", "SCULPTURE")
                    .add("project", Submissions.PROJECT)
                    .add("line", Json.createObjectBuilder().add("key", "bad/line"))
                    .build());
            assertThat(receipt.getBoolean("success")).isFalse();
            var errors = receipt.getJsonArray("errors").getValuesAs(JsonObject.class);
            assertThat(errors).extracting(error -> error.getString("field")).contains("kind", "line.name");
            assertThat(errors)
                    .allSatisfy(error -> assertThat(error.getString("code")).matches("[A-Z][A-Z0-9_]*"))
                    .allSatisfy(error -> assertThat(error.getString("message")).isNotBlank())
                    .allSatisfy(
                            error -> assertThat(error.getBoolean("retryable")).isFalse());

            var admin = studio.admin().open("/admin/events");
            var reasons = admin.find("#inbox .log-reasons").first();
            errors.forEach(error -> assertThat(reasons).containsText(error.getString("message")));
            admin.screenshot("admin-events-refused");
        }
    }

    @Test
    void wrongKeyIsRefused(Studio studio) throws Exception {
        studio.rushlight().apiKey("vic");
        var server = studio.rushlight().url();
        var http = HttpClient.newHttpClient();

        var byHeader = http.send(
                HttpRequest.newBuilder(server.resolve("/socket.io/1/"))
                        .header("ftrack-user", "vic")
                        .header("ftrack-api-key", "not-the-key")
                        .build(),
                BodyHandlers.ofString());
        var byQuery = http.send(
                HttpRequest.newBuilder(server.resolve("/socket.io/1/?api_user=vic&api_key=not-the-key"))
                        .build(),
                BodyHandlers.ofString());
        var api = http.send(
                HttpRequest.newBuilder(server.resolve("/api"))
                        .header("ftrack-user", "vic")
                        .header("ftrack-api-key", "not-the-key")
                        .header("ftrack-strict-api", "true")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("[{\"action\":\"query_server_information\"}]"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(byHeader.statusCode()).isEqualTo(401);
        assertThat(byQuery.statusCode()).isEqualTo(401);
        assertThat(api.statusCode()).isEqualTo(401);
        try (var client = FtrackJs.start()) {
            assertThat(client.refusal(server, "vic", "not-the-key")).contains("API key");
        }
    }

    @Test
    void viewerLooksButDoesNotVote(Studio studio) {
        var admin = studio.admin().open("/admin/people");
        admin.click("#invite").fill("username", "vera").fill("display-name", "Vera Viewer");
        admin.click("#role")
                .find("vaadin-select-item[role=option][label=Viewer]:visible")
                .click();
        admin.screenshot("admin-people-invite").click("#send");
        var link = admin.find("rush-copy").getAttribute("text");
        admin.screenshot("admin-people-invited");

        var viewer = studio.chromium().visitor(studio.rushlight().url()).open(URI.create(link));
        viewer.fill("password", Studio.PASSWORD)
                .fill("password-again", Studio.PASSWORD)
                .screenshot("invite");
        viewer.click("#accept");
        assertThat(viewer.find("#login")).isVisible();
        viewer.logIn("vera", Studio.PASSWORD);

        try (var artist = studio.artist("jo")) {
            var receipt = artist.submit(Submissions.task("view/only", "Only to look at"));
            ItemPage.open(viewer, receipt.getString("url")).shows("Pending");
            assertThat(viewer.find("#vote-approve:not([disabled])")).hasCount(0);
            assertThat(viewer.find("#vote-reject:not([disabled])")).hasCount(0);
            viewer.screenshot("item-as-viewer");
        }
        viewer.open("/admin/people");
        assertThat(viewer.find("h1")).hasText("Nothing to see here");
        assertThat(viewer.find("#invite")).hasCount(0);
        viewer.open("/admin/connections");
        assertThat(viewer.find("h1")).hasText("Nothing to see here");
        assertThat(viewer.find("#add-connection")).hasCount(0);
    }
}
