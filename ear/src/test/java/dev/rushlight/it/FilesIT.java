package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.LocatorOptions;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Changesets and tasks as their readers see them, in a real browser. */
@ExtendWith(SharedStudio.class)
class FilesIT {

    private static final String ARM = """
            --- a/rig/arm.py
            +++ b/rig/arm.py
            @@ -10,4 +10,5 @@ class Arm:
             def elbow(angle):
            -    return clamp(angle, 0, 180)
            +    # knees and elbows bend one way
            +    return clamp(angle, 0, 165)

             wrist = None
            @@ -40 +41 @@
            -limit = 0.5
            \\ No newline at end of file
            +limit = 0.75
            \\ No newline at end of file
            """;

    @Test
    void aDiffIsReadInOneColumnOrSideBySide(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var changes = Json.createArrayBuilder().add(change("rig/arm.py", "modify", ARM));
            var reader = open(studio, artist, "diff/views", changes);
            var rows = file(reader, "rig/arm.py").locator(".diff-row");

            assertThat(rows).hasCount(8);
            assertThat(rows.nth(1)).hasText("11 −    return clamp(angle, 0, 180)");
            assertThat(rows.nth(3)).hasText("12+    return clamp(angle, 0, 165)");
            assertThat(rows.nth(3).locator(".diff-changed")).hasText("165");
            assertThat(rows.nth(3).locator(".hljs-keyword")).hasText("return");
            assertThat(file(reader, "rig/arm.py").locator(".diff-gap").first()).hasText("9 lines not shownclass Arm:");
            assertThat(rows.nth(7)).containsText("no line break at the end");
            reader.screenshot("diff-unified");

            reader.page().getByText("Side by side").click();
            assertThat(rows).hasCount(6);
            assertThat(rows.nth(2)).hasText("11−    return clamp(angle, 0, 180)12+    return clamp(angle, 0, 165)");
            reader.screenshot("diff-side-by-side");

            reader.page().reload();
            assertThat(rows).hasCount(6);
            reader.page().getByText("Unified").click();
            assertThat(rows).hasCount(8);
        }
    }

    @Test
    void aNoteIsWrittenOnALineByTheKeyboard(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var changes = Json.createArrayBuilder().add(change("rig/arm.py", "modify", ARM));
            var reader = open(studio, artist, "diff/notes", changes);
            var other = studio.admin().open(URI.create(reader.page().url()));
            var rows = file(reader, "rig/arm.py").locator(".diff-row");
            assertThat(file(other, "rig/arm.py").locator(".diff-row")).hasCount(8);

            rows.first().focus();
            press(reader, "ArrowDown", "ArrowDown", "ArrowDown");
            reader.page()
                    .evaluate("document.dispatchEvent(new CustomEvent('room-action', {detail: {action: 'note'}}))");
            var field = reader.find("review-line-composer textarea");
            assertThat(field).isFocused();
            reader.page().keyboard().type("Why 165? <b>Ask</b>");

            // What is typed outlives the page.
            reader.page().reload();
            assertThat(field).hasValue("Why 165? <b>Ask</b>");
            reader.screenshot("diff-draft");
            field.focus();
            press(reader, "Enter");
            var thread = reader.find(".line-thread");
            assertThat(thread).containsText("Why 165? <b>Ask</b>");
            assertThat(field).hasCount(0);
            assertThat(rows.nth(3)).isFocused();

            // Others see it where it belongs, and answer.
            var theirs = other.find(".diff-row:has-text('165') + review-line-notes .line-thread");
            assertThat(theirs).containsText("Why 165?");
            theirs.getByText("Answer").click();
            other.page().keyboard().type("Measured on the actor");
            press(other, "Enter");
            assertThat(thread).containsText("Measured on the actor");
            reader.screenshot("diff-thread");

            thread.getByText("Resolve").click();
            assertThat(thread).hasText("Resolved by Maria Silva · 2 notes");
            assertThat(theirs).containsText("Resolved by");

            // The next version moves the line and keeps what is open.
            thread.locator("button").click();
            thread.getByText("Reopen").click();
            assertThat(theirs).containsText("Why 165?");
            var moved = ARM.replace("@@ -10,4 +10,5 @@", "@@ -10,4 +30,5 @@");
            artist.submit(Submissions.changeset(
                    "diff/notes", "diff/notes", Json.createArrayBuilder().add(change("rig/arm.py", "modify", moved))));
            other.page().reload();
            assertThat(theirs).containsText("unresolved from v1");
        }
    }

    @Test
    void readersTickOffWhatTheyHaveViewed(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var changes = Json.createArrayBuilder()
                    .add(change("a.py", "modify", ARM))
                    .add(change("lib/b.py", "add", "@@ -0,0 +1 @@\n+b = 1\n"));
            var reader = open(studio, artist, "diff/viewed", changes);

            file(reader, "a.py").locator("input[type=checkbox]").check();
            assertThat(reader.find(".diff-progress")).hasText("1 of 2 viewed");
            assertThat(file(reader, "a.py").locator(".diff-row")).hasCount(0);

            reader.page().reload();
            assertThat(reader.find(".diff-progress")).hasText("1 of 2 viewed");
            assertThat(file(reader, "lib/b.py").locator(".diff-row")).hasCount(1);
            assertThat(file(reader, "a.py").locator(".diff-row")).hasCount(0);

            reader.page().getByLabel("Next change").click();
            assertThat(file(reader, "lib/b.py").locator(".diff-row").first()).isFocused();
        }
    }

    @Test
    void everySortOfChangeSaysWhatItIs(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var changes = Json.createArrayBuilder()
                    .add(change("t.exr", "modify", "Binary files a/t.exr and b/t.exr differ\n"))
                    .add(change("run.sh", "modify", "old mode 100644\nnew mode 100755\n"))
                    .add(change("huge.ma", "modify", ""))
                    .add(change("new.py", "rename", "similarity index 100%\n").add("oldPath", "old.py"))
                    .add(
                            change(
                                    "lib",
                                    "modify",
                                    "index 1a2b3c4..5d6e7f8 160000\n@@ -1 +1 @@\n-Subproject commit 1a2b3c4\n+Subproject commit 5d6e7f8\n"))
                    .add(change("dos.bat", "modify", "@@ -1,2 +1,2 @@\n echo a\r\n-echo b\r\n+echo c\r\n"))
                    .add(change("mixed.txt", "modify", "@@ -1 +1 @@\n-a\r\n+a\n"))
                    .add(change("long.txt", "add", "@@ -0,0 +1 @@\n+" + "x".repeat(9_000) + "\n"))
                    .add(change("words.txt", "modify", "no diff at all"));
            var reader = open(studio, artist, "diff/sorts", changes);

            assertThat(file(reader, "t.exr")).containsText("A binary file has no lines to show.");
            assertThat(file(reader, "run.sh")).containsText("Mode 100644 → 100755");
            assertThat(file(reader, "huge.ma")).containsText("No diff was given");
            assertThat(file(reader, "new.py")).containsText("old.py → new.py");
            assertThat(file(reader, "new.py")).containsText("100 % the same");
            assertThat(file(reader, "lib")).containsText("Submodule");
            assertThat(file(reader, "dos.bat")).containsText("Lines end with CR LF");
            assertThat(file(reader, "dos.bat").locator(".hidden-character")).hasCount(0);
            assertThat(file(reader, "mixed.txt").locator(".is-removed .hidden-character"))
                    .hasText("CR");
            file(reader, "long.txt").getByText("Show 7,000 more characters").click();
            assertThat(file(reader, "long.txt").locator("code")).hasText("x".repeat(9_000));
            assertThat(file(reader, "words.txt")).containsText("no diff at all");

            reader.page().getByLabel("Filter files").fill("dos");
            assertThat(reader.find("review-diff-file:not([hidden])")).hasCount(1);
            reader.page().getByLabel("Filter files").fill("nothing like it");
            assertThat(reader.find(".diff-list")).containsText("No file matches.");
        }
    }

    @Test
    void aDiffOfTwentyThousandLinesOpensAtOnceAndScrolls(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var changes = Json.createArrayBuilder();
            for (var part = 0; part < 2; part++) {
                var lines = IntStream.range(0, 10_000)
                        .mapToObj(line -> (line % 3 == 0 ? "-a" : line % 3 == 1 ? "+b" : " c") + line)
                        .collect(Collectors.joining("\n", "@@ -1,6667 +1,6667 @@\n", "\n"));
                changes.add(change("big%d.py".formatted(part), "modify", lines));
            }
            var reader = open(studio, artist, "diff/big", changes);
            assertThat(reader.find("review-diff-file")).hasCount(2);

            // The same element again, from its request to the first line.
            var took = reader.page().evaluate("""
                    async () => {
                      const old = document.querySelector('review-diff');
                      const diff = old.cloneNode(false);
                      const began = performance.now();
                      old.replaceWith(diff);
                      const until = async (found) => {
                        while (!found()) await new Promise(requestAnimationFrame);
                      };
                      await until(() => diff.querySelector('.diff-empty .main'));
                      diff.querySelector('.diff-empty .main').click();
                      await until(() => diff.querySelector('.diff-row'));
                      return performance.now() - began;
                    }""");
            assertThat(((Number) took).doubleValue()).isLessThan(10_000);

            var first = file(reader, "big0.py");
            reader.page().evaluate("document.querySelectorAll('review-diff-file')[1].scrollIntoView()");
            assertThat(first.locator(".diff-row").last()).hasText("6667 −a9999");
            assertThat(reader.find(".diff-row").count()).isLessThan(2_000);
            reader.screenshot("diff-big");
        }
    }

    @Test
    void nothingThatSomebodyWroteRunsOrHides(Studio studio) {
        var script = "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'>";
        try (var artist = studio.artist("jo")) {
            var diff = "@@ -1 +1,2 @@ %1$s\n-%1$s\n+if (admin\u202E) { \u2066// %1$s\n+\u001B[31m %1$s\n"
                    .formatted(script);
            var changes = Json.createArrayBuilder()
                    .add(change("<img src=x onerror=window.ran=3>\u202Egpj.py", "rename", diff)
                            .add("oldPath", "</script>" + script))
                    .add(change("plain.html", "modify", script));
            var reader = open(studio, artist, "diff/scripts", changes);
            assertThat(reader.find(".diff-row")).hasCount(3);
            assertThat(reader.find(".diff-row").nth(1)).containsText("if (adminU+202E) { U+2066// <script>");
            assertThat(reader.find(".diff-row").nth(2)).containsText("ESC[31m");
            assertThat(reader.find("review-diff-file h3").first()).containsText("U+202Egpj.py");
            reader.find(".line-numbers").nth(1).click();
            reader.page().keyboard().type(script);
            press(reader, "Enter");
            assertThat(reader.find(".line-note-text")).hasText(script);
            assertNothingRan(reader);
            reader.screenshot("diff-scripts");

            var task = Json.createObjectBuilder()
                    .add("status", script)
                    .add("assignee", script)
                    .add("description", script + "\u202E")
                    .add(
                            "fields",
                            Json.createArrayBuilder()
                                    .add(Json.createObjectBuilder()
                                            .add("name", script)
                                            .add("before", script)
                                            .add("after", "\u2067" + script)))
                    .add(
                            "checklist",
                            Json.createArrayBuilder()
                                    .add(Json.createObjectBuilder()
                                            .add("text", script)
                                            .add("done", true)))
                    .add(
                            "links",
                            Json.createArrayBuilder()
                                    .add(Json.createObjectBuilder()
                                            .add("label", "javascript:window.ran=4")
                                            .add("url", "https://example.org/x")));
            var receipt = artist.submit(Submissions.task("task/scripts", "task/scripts", task));
            assertThat(receipt.getBoolean("success")).as("%s", receipt).isTrue();
            ItemPage.open(reader, receipt.getString("url"));
            assertThat(reader.find(".task")).containsText("U+2067");
            assertThat(reader.find(".links a")).hasAttribute("href", "https://example.org/x");
            assertThat(reader.find(".links")).containsText("example.org");
            assertNothingRan(reader);
            reader.screenshot("task-scripts");
        }
    }

    private static void assertNothingRan(Visitor reader) {
        assertThat(reader.page().evaluate("window.ran === undefined")).isEqualTo(true);
        assertThat(reader.find(".stage script, .stage img")).hasCount(0);
    }

    private static Visitor open(Studio studio, FtrackJs artist, String key, JsonArrayBuilder changes) {
        var receipt = artist.submit(Submissions.changeset(key, key, changes));
        assertThat(receipt.getBoolean("success")).as("%s", receipt).isTrue();
        var reader = studio.admin();
        ItemPage.open(reader, receipt.getString("url"));
        return reader;
    }

    private static JsonObjectBuilder change(String path, String action, String diff) {
        var change = Json.createObjectBuilder().add("path", path).add("action", action);
        return diff.isEmpty() ? change : change.add("diff", diff);
    }

    private static Locator file(Visitor reader, String path) {
        return reader.find("review-diff-file")
                .filter(new FilterOptions().setHas(reader.page().locator("h3", new LocatorOptions().setHasText(path))));
    }

    private static void press(Visitor visitor, String... keys) {
        for (var key : keys) {
            visitor.page().keyboard().press(key);
        }
    }
}
