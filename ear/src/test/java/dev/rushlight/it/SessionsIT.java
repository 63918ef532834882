package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import java.net.URI;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Review sessions in real browsers: arranged by a lead, looked at by the studio and by guests. */
@ExtendWith(SharedStudio.class)
class SessionsIT {
    private static final byte[] TINY_PICTURE =
            Base64.getDecoder().decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");

    @Test
    void aLeadArrangesWhatTheStudioReviewsTogether(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.task("session/a", "Arranged one"));
            artist.submit(Submissions.task("session/b", "Arranged two"));
            artist.submit(Submissions.task("session/c", "Arranged three"));
            var lead = studio.admin();
            var session = ReviewSessionPage.make(lead, "Dailies of Monday");
            lead.screenshot("session-empty");
            session.addAll("Arranged", 3);

            var first = lead.find(".entry-name").first().textContent();
            var last = lead.find(".entry-name").last().textContent();
            var middle = lead.find(".entry-name").nth(1).textContent();
            session.move("up", last).press("Enter");
            session.shows(first, last, middle);
            assertThat(session.move("up", last)).isFocused();
            session.entry(middle).dragTo(session.entry(first));
            session.shows(middle, first, last);

            session.entry("Arranged two").getByText("Pin v1").click();
            artist.submit(Submissions.task("session/b", "Arranged two"));
            assertThat(session.entry("Arranged two")).containsText("v1, pinned; v2 is newer");
            artist.submit(Submissions.task("session/c", "Arranged three"));
            assertThat(session.entry("Arranged three")).containsText("v2");
            session.entry("Arranged two").getByText("Keep latest").click();
            assertThat(session.entry("Arranged two")).containsText("v2");
            lead.screenshot("session-arranged");

            session.move("remove", "Arranged one").click();
            assertThat(lead.find(".entry")).hasCount(2);
            lead.page().reload();
            assertThat(lead.find(".entry")).hasCount(2);
        }
    }

    @Test
    void whoTakesPartFindsTheSessionAmongTheirs(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.task("session/part", "Looked at together"));
            var paula = studio.person("paula", "Paula Part", "Reviewer");
            var lead = studio.admin();
            var session = ReviewSessionPage.make(lead, "Round of Paula").addAll("Looked at together", 1);
            lead.find("#welcome input").fill("Paula");
            lead.find("vaadin-combo-box-item:visible").click();
            assertThat(session.participant("Paula Part")).isVisible();
            session.openToGuests();

            paula.open("/sessions?show=mine");
            paula.find(".session-name").getByText("Round of Paula").first().click();
            assertThat(paula.find("h1")).hasText("Round of Paula");
            assertThat(paula.find("#add-items")).hasCount(0);
            assertThat(paula.find("#guest-links")).hasCount(0);
            paula.click("#play-all");
            assertThat(paula.find("h1")).hasText("Looked at together");
            paula.click("#vote-approve");

            assertThat(lead.find(".entry")).containsText("Approved");
            session.participant("Paula Part").locator("vaadin-button").click();
            assertThat(session.participant("Paula Part")).hasCount(0);
            paula.open("/sessions?show=mine");
            assertThat(paula.find("main")).containsText("You take part in no review session");
        }
    }

    @Test
    void playingAllGoesThroughTheItemsInTheirOrder(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.with(Submissions.task("session/w1", "Walked one"), "policy", "any-reviewer"));
            artist.submit(Submissions.with(Submissions.task("session/w2", "Walked two"), "policy", "any-reviewer"));
            var lead = studio.admin();
            ReviewSessionPage.make(lead, "Walk of Friday").addAll("Walked", 2);
            var first = lead.find(".entry-name").first().textContent();
            var last = lead.find(".entry-name").last().textContent();
            lead.click("#play-all");
            assertThat(lead.find("h1")).hasText(first);
            assertThat(lead.find("#left")).containsText(Pattern.compile("1 of 2\\s*Walk of Friday\\s*2 left"));
            assertThat(lead.find(".film-frame a[aria-current]")).containsText(first);
            lead.page().keyboard().press("Shift+ArrowDown");
            assertThat(lead.find("h1")).hasText(last);
            assertThat(lead.find(".film-frame a[aria-current]")).containsText(last);
            lead.page().reload();
            assertThat(lead.find("#left")).containsText("2 of 2");
            lead.click("#vote-approve");
            assertThat(lead.find("#left")).containsText("1 left");
            assertThat(lead.find(".film-frame").last()).containsText("approved");
            lead.screenshot("session-walk");
        }
    }

    @Test
    void aGuestSpeaksOfFramesAndHearsWhatIsForClients(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var item = artist.submit(Submissions.clip("session/frames", "Seen by frames", studio.media()));
            var lead = studio.admin();
            var session = ReviewSessionPage.make(lead, "Frames for clients").addAll("Seen by frames", 1);
            var link = session.openToGuests().invite("Fay Frames", "Look and comment", "");
            var guest = GuestPage.atTheDoor(studio, link).comeIn().isIn("Frames for clients");
            guest.lookAt("Seen by frames");
            lead.open(URI.create(item.getString("url")));

            var keyboard = guest.visitor().page().keyboard();
            assertThat(guest.visitor().find("review-player")).isVisible();
            keyboard.press("ArrowRight");
            keyboard.press("c");
            assertThat(guest.field()).isFocused();
            guest.write("Brighter from here");
            var place = guest.notes().locator(".thread .place-chip");
            assertThat(place).isVisible();
            assertThat(lead.find("#notes .thread .place-chip")).hasText(place.textContent());

            lead.find("#notes .note-action").getByText("Reply").first().click();
            lead.find(".replying textarea").fill("Not for your ears");
            lead.find(".replying textarea").press("Enter");
            assertThat(lead.find("#notes .answers")).containsText("Not for your ears");
            assertThat(lead.find(".replying textarea")).hasCount(0);
            lead.find("#notes .note-action").getByText("Reply").first().click();
            lead.find(".replying vaadin-checkbox label").click();
            lead.find(".replying textarea").fill("We lift it by a stop");
            lead.find(".replying textarea").press("Enter");
            assertThat(guest.notes()).containsText("We lift it by a stop");
            assertThat(guest.visitor().find("body")).not().containsText("Not for your ears");
            guest.visitor().screenshot("guest-frames");
        }
    }

    @Test
    void aGuestReadsAChangesetAndATaskAndPutsFilesBesideTheirWords(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.changeset("session/arm", "Handed over: arm"));
            artist.submit(Submissions.task("session/bid", "Handed over: bid"));
            var lead = studio.admin();
            var session = ReviewSessionPage.make(lead, "Work for clients").addAll("Handed over", 2);
            var link = session.openToGuests().invite("Gil Guest", "Look and comment", "");
            var guest = GuestPage.atTheDoor(studio, link).comeIn().isIn("Work for clients");
            session.guest("Gil Guest").locator("vaadin-button").focus();
            artist.submit(Submissions.task("session/bid", "Handed over: bid"));
            assertThat(session.entry("Handed over: bid")).containsText("v2");
            assertThat(session.guest("Gil Guest").locator("vaadin-button")).isFocused();

            guest.lookAt("Handed over: arm");

            guest.writeOnLine("return clamp(angle, 0, 165)", "Why not 170?");
            assertThat(guest.visitor().find(".line-thread")).containsText("Why not 170?");
            assertThat(guest.notes()).containsText("arm.py:11");

            guest.attach("beach.png", TINY_PICTURE).attach("brief.txt", "Words for you".getBytes(UTF_8));
            guest.write("As on this beach");
            assertThat(guest.notes().locator(".note-picture img")).isVisible();
            assertThat(guest.notes().locator(".note-file")).containsText("brief.txt");
            assertThat(guest.saved(guest.notes().locator(".note-file"))).hasContent("Words for you");
            guest.drop("dropped.txt", "By the mouse").write("And this");
            assertThat(guest.notes().locator(".note-file").filter(new FilterOptions().setHasText("dropped.txt")))
                    .isVisible();
            guest.visitor().screenshot("guest-changeset");

            guest.visitor().find(".film-frame a").getByText("bid").click();
            assertThat(guest.visitor().find("h1")).hasText("Handed over: bid");
            assertThat(guest.visitor().find(".film-frame a[aria-current]")).isFocused();
            assertThat(guest.visitor().find(".fields .before")).hasText("3");
            assertThat(guest.visitor().find(".fields .after")).hasText("5");
            guest.visitor().screenshot("guest-task");
        }
    }

    @Test
    void aGuestComesInByLinkAndPassphraseCommentsAndDecides(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var item = artist.submit(Submissions.clip("session/guest", "Shown to clients", studio.media()));
            var lead = studio.admin();
            var session = ReviewSessionPage.make(lead, "Client afternoon").addAll("Shown to clients", 1);
            var link = session.openToGuests().invite("Nina Client", "Look, comment and decide", "seven wet geese");
            lead.screenshot("session-with-guest");
            lead.open(URI.create(item.getString("url")));
            lead.find("#new-note textarea").fill("For the team alone");
            lead.find("#new-note textarea").press("Enter");
            assertThat(lead.find("#notes .thread")).hasCount(1);

            var guest = GuestPage.atTheDoor(studio, link);
            guest.visitor().screenshot("guest-door");
            guest.comeIn();
            assertThat(guest.visitor().find("#passphrase")).isVisible();
            guest.comeIn("eight dry geese");
            assertThat(guest.visitor().find("#passphrase")).containsText("That was not it");
            guest.visitor().screenshot("guest-door-passphrase");
            guest.comeIn("seven wet geese").isIn("Client afternoon");
            guest.visitor().screenshot("guest-session");

            guest.lookAt("Shown to clients");
            assertThat(guest.notes()).not().containsText("For the team alone");
            guest.write("The sky is too red");
            assertThat(guest.notes()).containsText("The sky is too red");
            assertThat(lead.find("#notes")).containsText("The sky is too red");
            assertThat(lead.find("#notes")).containsText("Nina Client");

            guest.decide("request-changes");
            assertThat(guest.vote()).containsText("needs a reason");
            guest.visitor().fill("guest-reason", "Less red, please");
            guest.decide("request-changes");
            assertThat(guest.vote()).containsText(Pattern.compile("You said\\s+Request changes"));
            guest.visitor().screenshot("guest-item-decided");
            assertThat(lead.find(".history")).containsText("Less red, please");
        }
    }

    @Test
    void aLinkThatWasRevokedOrIsOverLeadsNowhere(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.task("session/over", "Seen for a while"));
            var lead = studio.admin();
            var session = ReviewSessionPage.make(lead, "Short visit").addAll("Seen for a while", 1);
            session.openToGuests();
            var revoked = session.invite("Otto Out", "Look and comment", "");
            var over = session.invite("Vera Late", "Look", "");

            var otto = GuestPage.atTheDoor(studio, revoked).comeIn().isIn("Short visit");
            otto.lookAt("Seen for a while");
            otto.type("Am I still here?");
            session.revoke("Otto Out");
            assertThat(otto.visitor().find(".banner")).containsText("Your link opens nothing any more.");
            assertThat(otto.field()).hasValue("Am I still here?");
            otto.visitor().screenshot("guest-revoked");
            otto.visitor().page().reload();
            otto.isNowhere();
            GuestPage.atTheDoor(studio, revoked).comeIn().isNowhere();

            var vera = GuestPage.atTheDoor(studio, over).comeIn().isIn("Short visit");
            vera.lookAt("Seen for a while");
            assertThat(vera.visitor().find("#new-note")).isHidden();
            assertThat(vera.vote()).hasCount(0);
            session.closesOn("01/01/2024");
            vera.isNowhere();
            GuestPage.atTheDoor(studio, over).comeIn().isNowhere();

            GuestPage.atTheDoor(studio, over.replaceAll("/[^/]+$", "/made-up-by-somebody"))
                    .comeIn()
                    .isNowhere();
        }
    }
}
