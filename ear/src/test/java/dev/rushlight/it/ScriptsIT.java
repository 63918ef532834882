package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever words try to be scripts stay words, wherever they come in and wherever they are shown. */
@ExtendWith(SharedStudio.class)
class ScriptsIT {

    private static final List<String> PAYLOADS = List.of(
            "<script>window.ran=1</script>",
            "\"><img src=x onerror=window.ran=2>",
            "'><svg/onload=window.ran=3>",
            "</textarea></title><script>window.ran=4</script>",
            "<iframe srcdoc=\"<script>parent.ran=5</script>\"></iframe>",
            "<details open ontoggle=window.ran=6>x</details>",
            "{{constructor.constructor('window.ran=7')()}}${window.ran=7}",
            "<a href=\"javascript:window.ran=8\">x</a>javascript:window.ran=8",
            "<math><mtext></form><form><mglyph><style></math><img src onerror=window.ran=9>",
            "`-alert(window.ran=10)-'-\"");

    /** What must keep its form to be accepted, or is an address that the browser fetches. */
    private static final Set<String> FIXED = Set.of(
            "schema", "kind", "type", "url", "posterUrl", "action", "rate", "project", "diff", "path", "oldPath");

    @Test
    void nothingThatAnArtistSubmitsRuns(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var reviewer = studio.admin();
            for (var index = 0; index < PAYLOADS.size(); index++) {
                var payload = PAYLOADS.get(index);
                for (var submission : List.of(
                        Submissions.clip("xss/clip" + index, "clip", studio.media()),
                        Submissions.changeset("xss/rig" + index, "rig"),
                        Submissions.task("xss/task" + index, "task"))) {
                    var receipt = artist.submit(laced(submission, payload));
                    assertThat(receipt.getBoolean("success")).as("%s", receipt).isTrue();
                    reviewer.open(URI.create(receipt.getString("url")));
                    assertThat(reviewer.find("h1")).containsText(payload);
                    staysWords(reviewer);
                }
            }
            reviewer.open("/");
            assertThat(reviewer.find("#queue a.row-name").first()).isVisible();
            staysWords(reviewer);
            reviewer.open("/admin/events");
            assertThat(reviewer.find("#inbox")).isVisible();
            staysWords(reviewer);
            reviewer.screenshot("events-scripts");
        }
    }

    @Test
    void nothingThatAReviewerWritesRuns(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var item = artist.submit(Submissions.clip("xss/written", "Written", studio.media()));
            var reviewer = studio.admin();
            var page = ItemPage.open(reviewer, item.getString("url"));
            for (var payload : PAYLOADS) {
                reviewer.find("#new-note textarea").fill(payload);
                reviewer.find("#new-note textarea").press("Enter");
                assertThat(reviewer.find("#notes")).containsText(payload);
                staysWords(reviewer);
            }
            page.requestChanges(String.join(" ", PAYLOADS));
            reviewer.open(URI.create(item.getString("url")));
            page.shows("Changes requested");
            assertThat(reviewer.find(".history")).containsText(PAYLOADS.get(0));
            staysWords(reviewer);
            reviewer.screenshot("item-scripts");
        }
    }

    private static void staysWords(Visitor visitor) {
        assertThat(visitor.page().evaluate("window.ran ?? 'nothing'")).isEqualTo("nothing");
        assertThat(visitor.page()
                        .evaluate("document.querySelectorAll('a[href^=\"javascript\" i], iframe[srcdoc]').length"))
                .isEqualTo(0);
    }

    /** The submission with these words behind every text that may be any. */
    private static JsonObject laced(JsonObject submission, String payload) {
        var laced = Json.createObjectBuilder();
        submission.forEach((name, value) ->
                laced.add(name, FIXED.contains(name) ? kept(name, value, payload) : laced(value, payload)));
        return laced.build();
    }

    private static JsonValue kept(String name, JsonValue value, String payload) {
        return name.equals("diff")
                ? Json.createValue(((JsonString) value).getString().replace("def elbow(angle):", payload))
                : value;
    }

    private static JsonValue laced(JsonValue value, String payload) {
        if (value instanceof JsonObject object) {
            return laced(object, payload);
        }
        if (value instanceof JsonArray array) {
            var laced = Json.createArrayBuilder();
            array.forEach(one -> laced.add(laced(one, payload)));
            return laced.build();
        }
        return value instanceof JsonString text ? Json.createValue(text.getString() + " " + payload) : value;
    }
}
