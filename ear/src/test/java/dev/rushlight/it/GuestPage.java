package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.options.FilePayload;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** What a guest sees and does by a link, in a browser that nobody logged in with. */
final class GuestPage {
    private final Visitor guest;

    private GuestPage(Visitor guest) {
        this.guest = guest;
    }

    static GuestPage atTheDoor(Studio studio, String link) {
        var page = new GuestPage(
                studio.chromium().visitor(studio.rushlight().url()).open(URI.create(link)));
        assertThat(page.guest.find("#come-in")).isVisible();
        return page;
    }

    Visitor visitor() {
        return guest;
    }

    GuestPage comeIn() {
        guest.click("#come-in");
        return this;
    }

    GuestPage comeIn(String passphrase) {
        guest.fill("passphrase", passphrase);
        return comeIn();
    }

    GuestPage isIn(String reviewSession) {
        assertThat(guest.find("h1")).hasText(reviewSession);
        return this;
    }

    GuestPage lookAt(String item) {
        guest.find(".guest-item").filter(new FilterOptions().setHasText(item)).click();
        assertThat(guest.find("h1")).hasText(item);
        return this;
    }

    GuestPage write(String words) {
        type(words);
        field().press("Enter");
        return this;
    }

    /** Writes without sending it. */
    GuestPage type(String words) {
        field().fill(words);
        return this;
    }

    /** What stands in the field for a new note. */
    Locator field() {
        return guest.find("#new-note textarea");
    }

    /** Says something of the line that reads like this. */
    GuestPage writeOnLine(String line, String words) {
        guest.find(".diff-row")
                .filter(new FilterOptions().setHasText(line))
                .last()
                .focus();
        guest.page().keyboard().press("c");
        var composer = guest.find("review-line-composer textarea");
        composer.fill(words);
        composer.press("Enter");
        return this;
    }

    /** Chooses a file for what is written next. */
    GuestPage attach(String name, byte[] bytes) {
        guest.find("#new-note input[type=file]")
                .setInputFiles(new FilePayload(name, "application/octet-stream", bytes));
        return this;
    }

    /** Drops a file where the next note is written. */
    GuestPage drop(String name, String text) {
        guest.find("#new-note .box").evaluate("""
                (box, [name, text]) => {
                  const data = new DataTransfer();
                  data.items.add(new File([text], name));
                  box.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
                }""", List.of(name, text));
        return this;
    }

    /** What a link saves. */
    Path saved(Locator link) {
        return guest.page().waitForDownload(link::click).path();
    }

    GuestPage decide(String choice) {
        guest.click("#guest-" + choice);
        return this;
    }

    Locator notes() {
        return guest.find("#notes");
    }

    Locator vote() {
        return guest.find("#guest-vote");
    }

    GuestPage isNowhere() {
        assertThat(guest.find("h1")).hasText("This link leads nowhere");
        assertThat(guest.find(".door-card")).containsText("Ask whoever sent it to you for a new one");
        return this;
    }
}
