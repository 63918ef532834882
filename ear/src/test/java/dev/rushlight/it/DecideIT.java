package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator.FilterOptions;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Deciding in a real browser: by keys, from item to item, and over the heads of the reviewers. */
@ExtendWith(SharedStudio.class)
class DecideIT {

    @Test
    void keysDecideAndLeadFromItemToItem(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.task("decide/one", "Decide one"));
            artist.submit(Submissions.task("decide/two", "Decide two"));
            var newest = artist.submit(Submissions.task("decide/three", "Decide three"));
            var reviewer = studio.admin();
            ItemPage.open(reviewer, newest.getString("url"));
            assertThat(reviewer.find("#left")).containsText("left");
            reviewer.click("#go-on label");

            act(reviewer, "approve");
            assertThat(reviewer.find("h1")).hasText("Decide two");
            assertThat(reviewer.find(".toast")).containsText("Approve on Decide three v1");
            reviewer.click("#undo");
            reviewer.click("#show-undone");
            assertThat(reviewer.find("h1")).hasText("Decide three");
            assertThat(reviewer.find("#outcome")).hasText("In review");

            act(reviewer, "request-changes");
            assertThat(reviewer.find("#reason textarea")).isFocused();
            reviewer.page().keyboard().type("Edge flicker");
            reviewer.screenshot("item-reason-asked");
            reviewer.page().keyboard().press("Control+Enter");
            assertThat(reviewer.find("h1")).hasText("Decide two");
            assertThat(reviewer.find("#reason textarea")).hasValue("");
            reviewer.screenshot("item-next-after-vote");

            act(reviewer, "next-item");
            assertThat(reviewer.find("h1")).hasText("Decide one");
            act(reviewer, "previous-item");
            assertThat(reviewer.find("h1")).hasText("Decide two");
        }
    }

    @Test
    void whatIsBeingTypedSurvivesAReload(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var item = artist.submit(Submissions.task("decide/draft", "Half a reason"));
            var reviewer = studio.admin();
            ItemPage.open(reviewer, item.getString("url"));
            reviewer.find("#reason textarea").pressSequentially("The bid is too");
            reviewer.page().reload();
            assertThat(reviewer.find("#reason textarea")).hasValue("The bid is too");

            reviewer.click("#vote-request-changes");
            assertThat(reviewer.find(".history")).containsText("The bid is too");
            reviewer.page().reload();
            assertThat(reviewer.find("#take-back")).isVisible();
            assertThat(reviewer.find("#reason textarea")).hasValue("");
        }
    }

    @Test
    void whatIsBeingTypedWaitsWhileAnEarlierVersionIsLookedAt(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.task("decide/earlier", "Seen before"));
            var item = artist.submit(Submissions.task("decide/earlier", "Seen before"));
            var reviewer = studio.admin().open(URI.create(item.getString("url")));
            assertThat(reviewer.find("#version-2")).hasAttribute("aria-pressed", "true");
            reviewer.find("#reason textarea").fill("Not as I said");
            reviewer.open(URI.create(item.getString("url") + "?version=1"));
            assertThat(reviewer.find("#version-1")).hasAttribute("aria-pressed", "true");
            assertThat(reviewer.find("#reason")).isHidden();

            reviewer.find("#version-2").press("Enter");
            assertThat(reviewer.find("#reason textarea")).hasValue("Not as I said");
            assertThat(reviewer.find("#version-2")).isFocused();
            reviewer.click("#vote-reject");
            assertThat(reviewer.find(".history")).containsText("Not as I said");
        }
    }

    @Test
    void aLeadHoldsResumesAndSetsTheOutcome(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var item = artist.submit(Submissions.task("decide/lead", "Led"));
            var lead = studio.admin();
            var page = ItemPage.open(lead, item.getString("url"));

            choose(lead, "hold");
            lead.screenshot("item-hold-asks-why");
            lead.click("#act-go");
            assertThat(lead.find("#act-reason")).containsText("Write why");
            lead.fill("act-reason", "The schedule is coming").click("#act-go");
            page.shows("On hold");
            assertThat(lead.find(".standing-facts")).containsText("Held by maria");
            assertThat(lead.find(".standing-facts")).containsText("The schedule is coming");

            choose(lead, "resume");
            lead.click("#act-go");
            page.shows("In review");

            choose(lead, "override");
            lead.find("#override-outcome vaadin-radio-button")
                    .filter(new FilterOptions().setHasText("Approved with notes"))
                    .click();
            lead.fill("act-reason", "We ship tonight").click("#act-go");
            page.shows("Approved with notes");
            assertThat(lead.find(".standing-facts")).containsText("We ship tonight");
            assertThat(lead.find(".history")).containsText("by an override");
            assertThat(lead.find(".history")).containsText("The schedule is coming");
            lead.screenshot("item-overridden");
        }
    }

    @Test
    void aDismissedVoteStaysToBeSeen(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var item = artist.submit(Submissions.task("decide/dismissed", "Dismissed"));
            var rita = studio.person("rita", "Rita Reviewer", "Reviewer");
            ItemPage.open(rita, item.getString("url")).requestChanges("Not mine, really");

            var lead = studio.admin();
            var page = ItemPage.open(lead, item.getString("url")).shows("Changes requested");
            assertThat(lead.find(".said")).containsText("Rita Reviewer");
            choose(lead, "dismiss");
            lead.fill("act-reason", "Not her department").click("#act-go");

            page.shows("In review");
            assertThat(lead.find(".said.dismissed")).containsText("dismissed by maria: Not her department");
            assertThat(rita.find(".said.dismissed")).isVisible();
            lead.screenshot("item-vote-dismissed");
        }
    }

    @Test
    void whoeverGetsTheCertificateOfADecisionCanVerifyIt(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var item = artist.submit(
                    Submissions.with(Submissions.task("decide/certified", "Certified"), "policy", "any-reviewer"));
            var reviewer = studio.person("sela", "Sela Reviewer", "Reviewer");
            ItemPage.open(reviewer, item.getString("url")).approve();
            assertThat(reviewer.find(".history-proof")).isHidden();

            var admin = studio.admin().open("/admin/installation");
            var key = admin.find("#ledger .fact span").last().textContent();
            admin.open(URI.create(item.getString("url")));
            admin.click("#verify-history");
            assertThat(admin.find("#history-result")).containsText("The history is whole: 3 entries");
            admin.find("#certificate").scrollIntoViewIfNeeded();
            admin.screenshot("item-certificate");
            var certificate = admin.page().waitForDownload(() -> admin.click("#certificate"));

            assertThat(certificate.suggestedFilename())
                    .startsWith("certificate-")
                    .endsWith(".json");
            assertThat(verified(studio, certificate, key))
                    .startsWith("The certificate is valid.")
                    .contains("DECIDED was done by sela", "which is an expected one");
        }
    }

    private static String verified(Studio studio, Download certificate, String key) {
        var file = certificate.path().toString();
        return String.join("\n", studio.rushlight().tool("ledger", "verify-certificate", file, "--key", key));
    }

    private static void choose(Visitor visitor, String act) {
        visitor.click("#acts").click("#act-" + act);
        assertThat(visitor.find("#act-reason")).isVisible();
    }

    /** As the keyboard of the page tells that a key was pressed. */
    private static void act(Visitor visitor, String action) {
        visitor.page()
                .evaluate(
                        "action => document.dispatchEvent(new CustomEvent('room-action', {detail: {action, repeat: false}}))",
                        action);
    }
}
