package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A review from signing in to the next item by somebody who has no mouse; nothing in here clicks. */
@ExtendWith(SharedStudio.class)
class ByKeysAloneIT {

    @Test
    void aReviewNeedsNoMouse(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.clip("mouseless/later", "Mouseless later", studio.media()));
            artist.submit(Submissions.clip("mouseless/first", "Mouseless first", studio.media()));
        }
        var visitor = studio.chromium().visitor(studio.rushlight().url()).open("/login");
        var maria = new Keyboardist(visitor);

        signIn(maria, visitor);
        openFromTheQueue(maria, visitor);
        var player = PlayerPage.shownTo(visitor).becomesReady();
        look(maria, player);
        draw(maria, visitor);
        writeAnswerAndResolve(maria, visitor, player);
        decide(maria, visitor);
        walk(maria, visitor);
    }

    private static void signIn(Keyboardist maria, Visitor visitor) {
        maria.isLedTo("#login input[name=username]").type(Studio.ADMIN);
        maria.tabTo("#login input[name=password]").type(Studio.PASSWORD).press("Enter");
        assertThat(visitor.find("#user-menu")).isVisible();
    }

    private static void openFromTheQueue(Keyboardist maria, Visitor visitor) {
        assertThat(visitor.find("#queue")).isVisible();
        maria.press("/").isLedTo("#search").type("mouseless").press("Enter");
        // The grid keeps rows that it no longer shows, for the next time.
        assertThat(visitor.find("#queue a.row-name").filter(new FilterOptions().setVisible(true)))
                .hasCount(2);
        maria.press("ArrowDown").isLedTo("#queue").press("Enter");
        assertThat(visitor.find("h1")).hasText("Mouseless first");
    }

    private static void look(Keyboardist maria, PlayerPage player) {
        maria.press("ArrowRight");
        player.standsOn(1);
        maria.press("Shift+ArrowRight");
        player.standsOn(11);
        maria.press("ArrowLeft");
        player.standsOn(10);
        maria.press("Space");
        player.awaitFrames(3);
        maria.press("Space");
        player.becomesReady();
        assertThat((int) player.ask("frame")).isGreaterThan(10);

        maria.press("g").isLedTo("#source").type("1020").press("Enter");
        player.standsOn(19);
        maria.press("i", "g").type("+6").press("Enter");
        player.standsOn(25);
        maria.press("o", "Home");
        player.standsOn(19);
        assertThat(player.ask("range.last")).isEqualTo(25);
    }

    private static void draw(Keyboardist maria, Visitor visitor) {
        maria.press("d");
        assertThat(visitor.find("review-annotations #bar")).isVisible();
        maria.tabTo("#arrow").press("Enter");
        assertThat(visitor.find("review-annotations #arrow")).hasAttribute("aria-pressed", "true");
        maria.press("d");
        assertThat(visitor.find("review-annotations #bar")).hasCount(0);
    }

    private static void writeAnswerAndResolve(Keyboardist maria, Visitor visitor, PlayerPage player) {
        maria.press("c").isLedTo("#new-note").type("Hand clips the door").press("Enter");
        assertThat(thread(visitor).locator(".place-chip")).hasText("1020–1026");
        assertThat(visitor.find("review-player .pin"))
                .hasAttribute("aria-label", "Maria Silva, frames 1020 to 1026: Hand clips the door");
        maria.press("Escape", "\\", "Home");
        player.standsOn(0);

        maria.press(".").isLedTo(".thread");
        player.standsOn(19);
        maria.tabTo("[data-move=reply]").press("Enter");
        maria.isLedTo(".replying note-field").type("Fixed in the next one").press("Enter");
        assertThat(thread(visitor).locator(".answers")).containsText("Fixed in the next one");
        maria.isLedTo("[data-move=reply]").tabTo("[data-move=resolve]").press("Enter");
        assertThat(thread(visitor)).containsText("Resolved by Maria Silva");
        maria.press("Shift+Z");
        assertThat(thread(visitor)).not().containsText("Resolved by");
        maria.isLedTo("[data-move=resolve]").press("Enter");
        assertThat(thread(visitor)).containsText("Resolved by Maria Silva");
        assertThat(visitor.find("review-player .pin"))
                .hasAttribute("title", "Maria Silva, frames 1020 to 1026, resolved: Hand clips the door");
    }

    private static void decide(Keyboardist maria, Visitor visitor) {
        maria.press("Shift+A");
        assertThat(visitor.find("#outcome")).hasText("Approved");
        maria.press("Shift+Z");
        assertThat(visitor.find("#outcome")).hasText("In review");

        maria.tabTo("#go-on").press("Space", "Shift+C");
        maria.isLedTo("#reason").type("The hand again").press("Control+Enter");
        assertThat(visitor.find("h1")).hasText("Mouseless later");
        assertThat(toast(visitor, "Request changes on Mouseless first v1")).isVisible();

        // The page shows the next item, and what was decided on the last can still be taken back.
        maria.press("Shift+Z");
        assertThat(visitor.find("#show-undone")).isVisible();
        maria.press("PageUp");
        assertThat(visitor.find("h1")).hasText("Mouseless first");
        assertThat(visitor.find("#outcome")).hasText("In review");
        assertThat(visitor.find("#reason textarea")).hasValue("The hand again");
    }

    private static void walk(Keyboardist maria, Visitor visitor) {
        maria.press("Shift+A");
        assertThat(visitor.find("h1")).hasText("Mouseless later");
        visitor.screenshot("mouseless-next-item");
        PlayerPage.shownTo(visitor).becomesReady();
        maria.press("ArrowRight");
        PlayerPage.shownTo(visitor).standsOn(1);
        maria.press("Shift+N").isLedTo("#reason").type("Nearly").press("Control+Enter");
        assertThat(toast(visitor, "Nothing waits for you")).isVisible();
    }

    private static Locator toast(Visitor visitor, String words) {
        return visitor.find(".toast").filter(new FilterOptions().setHasText(words));
    }

    private static Locator thread(Visitor visitor) {
        return visitor.find(".thread");
    }
}
