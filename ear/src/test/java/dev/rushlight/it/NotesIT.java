package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import java.net.URI;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What reviewers write beside a version: by keyboard, with names and files, and without losing a word. */
@ExtendWith(SharedStudio.class)
class NotesIT {

    private static final String PASTE_A_PICTURE = """
            field => {
                const canvas = document.createElement('canvas');
                canvas.width = 320;
                canvas.height = 180;
                const bytes = atob(canvas.toDataURL('image/png').split(',')[1]);
                const data = new DataTransfer();
                data.items.add(new File([Uint8Array.from(bytes, c => c.charCodeAt(0))], 'Bild ü.png', {type: 'image/png'}));
                field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
            }""";

    @Test
    void whoeverOnlyPassesTheFieldOfANoteIsNotCalledBackToIt(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var submitted = artist.submit(Submissions.clip("notes/passing", "sh045 comp", studio.media()));
            var player = PlayerPage.open(studio.admin(), submitted.getString("url"));
            var reviewer = player.visitor();
            player.find("[data-action=note]").click();
            assertThat(newNote(reviewer)).isFocused();
            assertThat(place(reviewer)).hasText("1001");

            reviewer.click("#note-whole");
            assertThat(place(reviewer)).containsText("Whole version");
            reviewer.find("#reason textarea").focus();
            newNote(reviewer).focus();
            reviewer.page().keyboard().press("Tab");
            assertThat(place(reviewer)).hasText("1001");
            assertThat(newNote(reviewer)).not().isFocused();
        }
    }

    @Test
    void aNoteIsWrittenAnsweredAndSettledByKeyboard(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var submitted = artist.submit(Submissions.clip("notes/keyboard", "sh040 comp", studio.media()));
            var reviewer = studio.admin().open(URI.create(submitted.getString("url")));
            var colleague = studio.admin().open(URI.create(submitted.getString("url")));
            var keyboard = reviewer.page().keyboard();

            // Words with a name, over two lines.
            newNote(reviewer).focus();
            keyboard.type("Edge flicker at @1010, @mar");
            assertThat(reviewer.find("#new-note [role=option]")).hasText(Pattern.compile("Maria Silva\\s+@maria"));
            keyboard.press("Enter");
            keyboard.press("Shift+Enter");
            keyboard.type("second line");
            assertThat(newNote(reviewer)).hasValue("Edge flicker at @1010, @maria \nsecond line");
            newNote(reviewer).evaluate(PASTE_A_PICTURE);
            assertThat(reviewer.find("#new-note .pieces li")).containsText("Bild ü.png");
            reviewer.screenshot("notes-composer");
            keyboard.press("Enter");

            // The thread, here and on the other page, which nobody reloaded.
            for (var visitor : new Visitor[] {reviewer, colleague}) {
                var thread = thread(visitor, "Edge flicker");
                assertThat(thread.locator(".mention")).hasText("@maria");
                assertThat(thread.locator(".frame-link")).hasText("@1010");
                assertThat(thread.locator(".note-picture img")).hasAttribute("alt", "Bild ü.png");
            }
            assertThat(newNote(reviewer)).hasValue("");
            assertThat(newNote(reviewer)).isFocused();

            // An answer on the other page appears on this one.
            button(thread(colleague, "Edge flicker"), "reply").press("Enter");
            assertThat(reply(colleague)).isFocused();
            colleague.page().keyboard().type("On it");
            colleague.page().keyboard().press("Enter");
            assertThat(thread(reviewer, "Edge flicker").locator(".answers")).containsText("On it");
            assertThat(reply(colleague)).hasCount(0);

            // Settled: the button stays where it is, and with it the focus.
            button(thread(reviewer, "Edge flicker"), "resolve").press("Enter");
            assertThat(thread(reviewer, "Edge flicker")).containsText("Resolved by Maria Silva");
            assertThat(thread(colleague, "Edge flicker")).containsText("Resolved by Maria Silva");
            reviewer.screenshot("notes-resolved");
        }
    }

    @Test
    void whatWasTypedSurvivesAReload(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var submitted = artist.submit(Submissions.clip("notes/draft", "sh041 comp", studio.media()));
            var reviewer = studio.admin().open(URI.create(submitted.getString("url")));

            newNote(reviewer).fill("Half a thought");
            reviewer.page().reload();
            assertThat(newNote(reviewer)).hasValue("Half a thought");
            newNote(reviewer).press("Enter");
            assertThat(thread(reviewer, "Half a thought")).isVisible();
            assertThat(newNote(reviewer)).hasValue("");

            button(thread(reviewer, "Half a thought"), "reply").click();
            reply(reviewer).fill("Half an answer");
            reviewer.page().reload();
            assertThat(reply(reviewer)).hasValue("Half an answer");

            // A version that arrives takes nothing away, and what was begun on the old one can be brought along.
            newNote(reviewer).fill("About the first version");
            artist.submit(Submissions.clip("notes/draft", "sh041 comp", studio.media()));
            assertThat(reviewer.find(".banner")).containsText("What you typed is kept");
            assertThat(newNote(reviewer)).hasValue("About the first version");
            reviewer.click("#version-2");
            assertThat(newNote(reviewer)).hasValue("");
            reviewer.click("#bring");
            assertThat(newNote(reviewer)).hasValue("About the first version");
            newNote(reviewer).press("Control+Enter");
            assertThat(thread(reviewer, "About the first version")).isVisible();
            assertThat(thread(reviewer, "Half a thought")).containsText("Unresolved from v1");
            reviewer.page().reload();
            assertThat(thread(reviewer, "About the first version")).isVisible();
            assertThat(newNote(reviewer)).hasValue("");
        }
    }

    @Test
    void aDeletedNoteIsBroughtBackAndTextsNeverRun(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var submitted = artist.submit(Submissions.task("notes/script", "Script"));
            var reviewer = studio.admin().open(URI.create(submitted.getString("url")));
            var evil = "<img src=x onerror=\"window.ran=1\"> <script>window.ran=1</script> javascript:window.ran=1";

            newNote(reviewer).fill(evil);
            newNote(reviewer).press("Enter");
            assertThat(thread(reviewer, "onerror").locator(".note-text")).hasText(evil);

            button(thread(reviewer, "onerror"), "delete").click();
            assertThat(reviewer.find(".thread")).containsText("This note was deleted.");
            reviewer.click("#undo-delete");
            assertThat(thread(reviewer, "onerror").locator(".note-text")).hasText(evil);
            reviewer.page().reload();
            assertThat(thread(reviewer, "onerror").locator(".note-text")).hasText(evil);
            assertThat(thread(reviewer, "onerror").locator("img, script, .note-text a"))
                    .hasCount(0);
            assertThat(reviewer.page().evaluate("window.ran")).isNull();

            reviewer.click("#notes-blocking");
            assertThat(reviewer.find("#notes")).containsText("No notes of this sort");
            assertThat(reviewer.page()).hasURL(Pattern.compile(".*[?&]notes=blocking.*"));
            reviewer.page().reload();
            assertThat(reviewer.find("#notes-blocking")).hasAttribute("aria-pressed", "true");
        }
    }

    private static Locator place(Visitor visitor) {
        return visitor.find(".composer-where .place-chip");
    }

    private static Locator newNote(Visitor visitor) {
        return visitor.find("#new-note textarea");
    }

    private static Locator reply(Visitor visitor) {
        return visitor.find(".replying textarea");
    }

    private static Locator thread(Visitor visitor, String words) {
        return visitor.find(".thread").filter(new FilterOptions().setHasText(words));
    }

    private static Locator button(Locator thread, String move) {
        return thread.locator("[data-move=" + move + "]").first();
    }
}
