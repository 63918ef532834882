package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rushlight.it.FreeText.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import dev.rushlight.it.FreeText.Area;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever words come in over the hub, beside a version or in an address: they stay words wherever they are shown. */
@ExtendWith(SharedStudio.class)
class ScriptsIT {

    private static final String PASTE_A_FILE = """
            (field, name) => {
                const data = new DataTransfer();
                data.items.add(new File(['text'], name, {type: 'text/plain'}));
                field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
            }""";

    @Test
    void nothingThatAToolSendsRuns(Studio studio) {
        try (var artist = studio.artist("jo");
                var maria = studio.artist(Studio.ADMIN)) {
            var scripts = Scripts.in(Area.HUB);
            var reviewer = studio.admin();
            scripts.of(SUBMISSION);
            for (var index = 0; index < Scripts.PAYLOADS.size(); index++) {
                var payload = Scripts.PAYLOADS.get(index);
                var receipt = artist.submit(Scripts.lace(submission(index, studio.media()), payload));
                assertThat(receipt.getBoolean("success")).as("%s", receipt).isTrue();
                reviewer.open(URI.create(receipt.getString("url")));
                assertThat(reviewer.find("h1")).containsText(payload);
                Scripts.stayWords(reviewer);
            }
            var item = artist.submit(Submissions.task("xss/acts", "Acted upon"));
            var page = ItemPage.open(reviewer, item.getString("url"));
            tell(maria, "comment", on(item).add("text", scripts.of(HUB_COMMENT)));
            tell(maria, "vote", on(item).add("vote", "REQUEST_CHANGES").add("reason", scripts.of(HUB_VOTE_REASON)));
            page.shows("Changes requested");
            tell(maria, "withdraw", on(item).add("reason", scripts.of(HUB_WITHDRAWAL_REASON)));
            page.shows("Withdrawn");
            assertThat(reviewer.find("#notes")).containsText(Scripts.ALL);
            assertThat(reviewer.find(".history")).containsText(Scripts.ALL);
            Scripts.stayWords(reviewer);

            isRefused(ask(maria, "vote", on(item).add("vote", "APPROVE").add("label", scripts.of(HUB_VOTE_LABEL))));
            isRefused(ask(maria, "query", Json.createObjectBuilder().add("submissionKey", scripts.of(HUB_QUERY_KEY))));
            isRefused(artist.submit(
                    Submissions.with(Submissions.task("xss/no", "No"), "kind", scripts.of(SUBMISSION_REFUSED))));
            for (var address :
                    List.of("javascript:window.ran=8", "http://x/\"onerror=window.ran=2", "data:text/html,x")) {
                scripts.of(SUBMITTED_ADDRESS);
                isRefused(artist.submit(Submissions.media(
                        "xss/no",
                        "No",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("url", address)
                                        .add("type", "image/png"))
                                .build())));
            }
            reviewer.open("/admin/events");
            assertThat(reviewer.find("#inbox")).containsText("must be an absolute http or https address");
            reviewer.find("#inbox").getByText("Raw event").first().click();
            assertThat(reviewer.find("pre.raw")).containsText("data:text/html,x");
            Scripts.stayWords(reviewer);
            reviewer.screenshot("events-scripts");
            scripts.allWereTried();
        }
    }

    @Test
    void nothingThatAReviewerWritesRuns(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var scripts = Scripts.in(Area.ITEM);
            var item = artist.submit(Submissions.clip("xss/written", "Written", studio.media()));
            var reviewer = studio.admin();
            var drawing = DrawingPage.open(reviewer, item.getString("url"));
            drawing.take("text").write(0.4, 0.4, scripts.of(DRAWN_WORDS)).saved(1);
            var note = reviewer.find("#new-note textarea");
            write(note, scripts.of(CHANGED_NOTE));
            assertThat(note).hasValue("");

            note.evaluate(PASTE_A_FILE, scripts.of(ATTACHMENT_NAME));
            assertThat(reviewer.find("#new-note .pieces li")).isVisible();
            write(note, scripts.of(NOTE));
            assertThat(reviewer.find(".note-file-name")).isVisible();
            reviewer.find("[data-move=reply]").first().click();
            write(reviewer.find(".replying textarea"), scripts.of(ANSWER));
            assertThat(reviewer.find(".answers")).containsText(Scripts.ALL);
            note.fill(scripts.of(NOTE_DRAFT));
            Scripts.stayWords(reviewer);
            reviewer.page().reload();
            assertThat(reviewer.find("#new-note textarea")).hasValue(Scripts.ALL);
            Scripts.stayWords(reviewer);
            reviewer.find("#new-note textarea").fill("");

            var page = ItemPage.shownTo(reviewer).requestChanges(scripts.of(VOTE_REASON));
            reviewer.click("#acts").click("#act-hold");
            reviewer.fill("act-reason", scripts.of(ACT_REASON)).click("#act-go");
            page.shows("On hold");
            assertThat(reviewer.find(".standing-facts")).containsText(Scripts.ALL);
            assertThat(reviewer.find(".history")).containsText(Scripts.ALL);
            Scripts.stayWords(reviewer);
            reviewer.screenshot("item-scripts");

            var changeset = artist.submit(Submissions.changeset("xss/lines", "Lines"));
            reviewer.open(URI.create(changeset.getString("url")));
            reviewer.find(".diff-row").first().focus();
            drawing.act("note");
            write(reviewer.find("review-line-composer textarea"), scripts.of(LINE_NOTE));
            assertThat(reviewer.find(".line-thread")).containsText(Scripts.ALL);
            Scripts.stayWords(reviewer);
            scripts.allWereTried();
        }
    }

    @Test
    void nothingInAnAddressOrAFilterRuns(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var item = artist.submit(Submissions.task("xss/address", "Addressed"));
            var scripts = Scripts.in(Area.QUEUE);
            var reviewer = studio.admin();
            reviewer.fill("search", scripts.of(SEARCH));
            assertThat(reviewer.page()).hasURL(Pattern.compile(".*[?&]q=.*"));
            reviewer.click("#saved vaadin-menu-bar-button.saved-filters").click("#save-filter");
            reviewer.fill("filter-name", scripts.of(SAVED_FILTER_NAME)).click("#keep-filter");
            assertThat(reviewer.find("#filter-name")).hasCount(0);
            reviewer.click("#saved vaadin-menu-bar-button.saved-filters");
            assertThat(reviewer.find("vaadin-menu-bar-item[role=menuitem]:visible")
                            .filter(new FilterOptions().setHasText(scripts.of(SAVED_FILTER_NAME)))
                            .first())
                    .isVisible();
            Scripts.stayWords(reviewer);

            scripts.of(ADDRESS);
            // Without a slash, which would be another address.
            var bad = URLEncoder.encode(Scripts.PAYLOADS.get(1), StandardCharsets.UTF_8)
                    .replace("+", "%20");
            for (var address : List.of(
                    "/?q=X&project=X&by=X&tab=X&kind=X&outcome=X",
                    "/?q=" + URLEncoder.encode(Scripts.ALL, StandardCharsets.UTF_8),
                    "/item/%s?notes=X&version=X&from=X&session=X".formatted(item.getString("itemId")),
                    "/sessions?show=X",
                    "/admin/policies/X?name=X&from=X",
                    "/admin/policies/scripted?from=X&name=X",
                    "/item/X",
                    "/sessions/X",
                    "/guest/X",
                    "/invite/X",
                    "/X")) {
                reviewer.open(address.replace("X", bad));
                assertThat(reviewer.find("h1, h2").first()).isVisible();
                Scripts.stayWords(reviewer);
            }
            scripts.allWereTried();
        }
    }

    private static JsonObject submission(int index, Media media) {
        var key = "xss/" + index;
        var plain = switch (index % 3) {
            case 0 -> Submissions.clip(key, "clip", media);
            case 1 -> Submissions.changeset(key, "rig");
            default -> Submissions.task(key, "task");
        };
        return Json.createObjectBuilder(plain)
                .add("policy", "policy")
                .add("submissionKey", UUID.randomUUID().toString())
                .add("reviewers", Json.createArrayBuilder().add("<svg/onload=window.ran=3>"))
                .build();
    }

    private static void write(Locator field, String words) {
        field.fill(words);
        field.press("Enter");
    }

    private static JsonObject ask(FtrackJs client, String what, JsonObjectBuilder data) {
        return client.ask("webreview." + what, UUID.randomUUID().toString(), data.build())
                .getJsonObject("data");
    }

    private static void tell(FtrackJs client, String what, JsonObjectBuilder data) {
        var receipt = ask(client, what, data);
        assertThat(receipt.getBoolean("success")).as("%s", receipt).isTrue();
    }

    private static void isRefused(JsonObject receipt) {
        assertThat(receipt.getBoolean("success")).as("%s", receipt).isFalse();
    }

    private static JsonObjectBuilder on(JsonObject receipt) {
        return Json.createObjectBuilder()
                .add("itemId", receipt.getString("itemId"))
                .add("version", receipt.getInt("version"));
    }
}
