package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;

/** One review session's page, as a lead uses it. */
final class ReviewSessionPage {
    private final Visitor lead;
    private final String address;

    private ReviewSessionPage(Visitor lead) {
        this.lead = lead;
        this.address = lead.page().url();
    }

    /** Makes a review session in which there is nothing yet. */
    static ReviewSessionPage make(Visitor lead, String name) {
        lead.open("/sessions").click("#new-session");
        lead.fill("session-name", name).fill("session-project", Submissions.PROJECT);
        lead.fill("session-description", "What the client sees this week").click("#save-session");
        assertThat(lead.find("h1")).hasText(name);
        return new ReviewSessionPage(lead);
    }

    String address() {
        return address;
    }

    /** Adds everything that these words find, and so many items that is. */
    ReviewSessionPage addAll(String words, int items) {
        lead.click("#add-items").fill("add-words", words);
        assertThat(lead.find(".found-line")).hasCount(items);
        assertThat(lead.find("#add-all")).hasText("Add all " + items);
        lead.click("#add-all");
        assertThat(lead.find(".entry")).hasCount(items);
        return this;
    }

    ReviewSessionPage openToGuests() {
        lead.click("#open-session");
        assertThat(lead.find("#open-session")).hasCount(0);
        return this;
    }

    ReviewSessionPage shows(String... names) {
        assertThat(lead.find(".entry-name")).hasText(names);
        return this;
    }

    Locator entry(String name) {
        return lead.find(".entry").filter(new FilterOptions().setHasText(name));
    }

    Locator move(String direction, String name) {
        return entry(name).locator("[id^=%s-]".formatted(direction));
    }

    /** Makes a guest link, and returns where it leads. */
    String invite(String guest, String right, String passphrase) {
        lead.click("#invite-guest").fill("guest-name", guest);
        lead.choose("guest-right", right).fill("guest-passphrase", passphrase);
        lead.screenshot("session-invite").click("#make-link");
        var link = lead.find("rush-copy").getAttribute("text");
        lead.click("#done");
        assertThat(guest(guest)).containsText("In force");
        return link;
    }

    Locator participant(String name) {
        return lead.find("#participants li").filter(new FilterOptions().setHasText(name));
    }

    Locator guest(String name) {
        return lead.find("#guest-links li").filter(new FilterOptions().setHasText(name));
    }

    ReviewSessionPage revoke(String guest) {
        guest(guest).locator("vaadin-button").click();
        lead.click("vaadin-button[slot=confirm-button]");
        assertThat(guest(guest)).containsText("Revoked");
        return this;
    }

    /** Lets guests in until this day only. */
    ReviewSessionPage closesOn(String day) {
        lead.click("#change-session");
        var picker = lead.find("vaadin-date-time-picker").last().locator("input");
        picker.first().fill(day);
        picker.first().press("Tab");
        picker.last().fill("10:00");
        picker.last().press("Tab");
        lead.click("#save-session");
        assertThat(lead.find(".session-about")).containsText("closes");
        return this;
    }
}
