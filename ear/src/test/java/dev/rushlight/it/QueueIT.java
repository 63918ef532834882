package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The queue in a real browser: narrowed, saved under a name, and found again by somebody's own menu or an address. */
@ExtendWith(SharedStudio.class)
class QueueIT {

    @Test
    void aViewOfTheQueueIsSavedChosenAndDeleted(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.task("queue/bid", "Bid of the harbour"));
            artist.submit(Submissions.changeset("queue/rig", "Rig of the harbour"));
            var reviewer = studio.admin();
            reviewer.find("#search input").fill("harbour");
            assertThat(reviewer.rows("Rig of the harbour").first()).isVisible();
            reviewer.choose("kind", "Task");
            assertThat(reviewer.rows("Rig of the harbour").first()).isHidden();
            assertThat(reviewer.rows("Bid of the harbour").first()).isVisible();
            assertThat(reviewer.page()).hasURL(Pattern.compile(".*[?&]q=harbour.*"));

            menu(reviewer, "Save this view …");
            reviewer.click("#keep-filter");
            assertThat(reviewer.find("#filter-name")).containsText("name");
            reviewer.screenshot("queue-save-filter");
            reviewer.fill("filter-name", "Harbour tasks").click("#keep-filter");
            assertThat(reviewer.find("#filter-name")).hasCount(0);

            reviewer.open("/?tab=all");
            assertThat(reviewer.find("#search input")).hasValue("");
            menu(reviewer, "Harbour tasks");
            assertThat(reviewer.find("#search input")).hasValue("harbour");
            assertThat(reviewer.rows("Bid of the harbour").first()).isVisible();
            assertThat(reviewer.rows("Rig of the harbour").first()).isHidden();

            delete(reviewer, "Harbour tasks");
            reviewer.click("#undo-delete");
            assertThat(reviewer.find("#undo-delete")).hasCount(0);
            delete(reviewer, "Harbour tasks");
            reviewer.page().reload();
            reviewer.click("#saved vaadin-menu-bar-button.saved-filters");
            assertThat(entry(reviewer, "Save this view …")).isVisible();
            assertThat(entry(reviewer, "Harbour tasks")).hasCount(0);
        }
    }

    @Test
    void whatNarrowsTheQueueOfAPhoneFoldsIntoOneButton(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.task("queue/pier", "Bid of the pier"));
            artist.submit(Submissions.changeset("queue/crane", "Rig of the pier"));
            var reviewer = studio.admin();
            reviewer.page().setViewportSize(390, 844);
            reviewer.find("#search input").fill("pier");
            assertThat(reviewer.rows("Rig of the pier").first()).isVisible();
            assertThat(reviewer.find("#kind")).isHidden();

            reviewer.click("#more-filters").choose("kind", "Task");
            assertThat(reviewer.rows("Rig of the pier").first()).isHidden();
            assertThat(reviewer.rows("Bid of the pier").first()).isVisible();
            reviewer.screenshot("queue-phone-filters").click("#more-filters");

            assertThat(reviewer.find("#kind")).isHidden();
            assertThat(reviewer.find("#more-filters")).hasText("Filters · 1");
            assertThat(reviewer.rows("Rig of the pier").first()).isHidden();
        }
    }

    @Test
    void whoPausesBetweenTwoWordsOfASearchFindsBoth(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.task("queue/lighthouse", "Beam of the lighthouse"));
            var reviewer = studio.admin();
            reviewer.click("#search").page().keyboard().type("beam ");
            assertThat(reviewer.page()).hasURL(Pattern.compile(".*[?&]q=beam$"));
            reviewer.page().keyboard().type("lighthouse");
            assertThat(reviewer.page()).hasURL(Pattern.compile(".*[?&]q=beam(%20|\\+)lighthouse$"));
            assertThat(reviewer.rows("Beam of the lighthouse").first()).isVisible();
        }
    }

    private static void menu(Visitor visitor, String words) {
        visitor.click("#saved vaadin-menu-bar-button.saved-filters");
        entry(visitor, words).click();
    }

    /** In the menu below the menu, which has the name a second time. */
    private static void delete(Visitor visitor, String name) {
        menu(visitor, "Delete");
        assertThat(entry(visitor, name)).hasCount(2);
        entry(visitor, name).last().click();
        assertThat(visitor.find(".toast")).containsText("Deleted “%s”".formatted(name));
    }

    private static Locator entry(Visitor visitor, String words) {
        return visitor.find("vaadin-menu-bar-item[role=menuitem]:visible")
                .filter(new FilterOptions().setHasText(Pattern.compile("^\\s*" + words + "\\s*$")));
    }
}
