package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.rushlight.it.FreeText.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import dev.rushlight.it.FreeText.Area;
import jakarta.json.Json;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is typed into a form stays words, for whoever reads it later; or it is refused in words. */
@ExtendWith(SharedStudio.class)
class ScriptsInFormsIT {

    @Test
    void noNameOfAPersonRuns(Studio studio) {
        var scripts = Scripts.in(Area.PEOPLE);
        var stranger = studio.chromium().visitor(studio.rushlight().url()).open("/login");
        stranger.find("#login input[name=username]").fill(scripts.of(SIGN_IN_NAME));
        stranger.find("#login input[name=password]").fill(scripts.of(SIGN_IN_NAME));
        stranger.click("#login vaadin-button[theme~=submit]");
        assertThat(stranger.find("#login")).containsText("That did not match");
        Scripts.stayWords(stranger);

        var admin = studio.admin().open("/admin/hub-keys");
        admin.click("#issue-key").fill("key-user", scripts.of(HUB_KEY_USER)).click("#issue");
        assertThat(admin.find("#key-user [slot=error-message]")).not().isEmpty();
        Scripts.stayWords(admin);

        admin.open("/admin/people").click("#invite").fill("username", scripts.of(USERNAME));
        admin.click("#send");
        assertThat(admin.find("#username [slot=error-message]")).not().isEmpty();
        Scripts.stayWords(admin);
        var name = scripts.of(DISPLAY_NAME);
        admin.fill("username", "scripted").fill("display-name", name).click("#send");
        assertThat(admin.find("#person-scripted")).containsText(name);
        var link = admin.find("rush-copy").getAttribute("text");
        admin.click("#done");
        admin.find("#person-scripted").getByText("Functions").click();
        admin.fill("functions", scripts.of(FUNCTION)).click("#save-functions");
        assertThat(admin.find("#functions [slot=error-message]")).not().isEmpty();
        Scripts.stayWords(admin);

        var scripted = studio.chromium().visitor(studio.rushlight().url()).open(URI.create(link));
        assertThat(scripted.find("h1")).hasText("Welcome, " + name);
        Scripts.stayWords(scripted);
        scripted.fill("password", Studio.PASSWORD).fill("password-again", Studio.PASSWORD);
        scripted.click("#accept");
        assertThat(scripted.find("#login")).isVisible();
        scripted.logIn("scripted", Studio.PASSWORD);
        try (var artist = studio.artist("jo")) {
            var item = artist.submit(Submissions.task("xss/person", "Voted on by a script"));
            ItemPage.open(scripted, item.getString("url")).requestChanges("Because");
            Scripts.stayWords(scripted);
            admin.open(URI.create(item.getString("url")));
            assertThat(admin.find(".said")).containsText(name);
            admin.find("#new-note textarea").pressSequentially("@scri");
            assertThat(admin.find("#new-note [role=option]")).containsText(name);
            admin.page().keyboard().press("Enter");
            admin.page().keyboard().press("Enter");
            assertThat(admin.find("#notes .mention")).hasText("@scripted");
            Scripts.stayWords(admin);
        }
        scripts.allWereTried();
    }

    @Test
    void nothingTypedAboutAConnectionRuns(Studio studio) {
        var scripts = Scripts.in(Area.CONNECTIONS);
        var admin = studio.admin().open("/admin/connections");
        var name = scripts.of(CONNECTION_NAME);
        admin.click("#add-connection").click("#enabled label");
        admin.fill("name", name).fill("user", scripts.of(CONNECTION_USER)).fill("key", "a key that opens nothing");
        for (var address : new String[] {"javascript:window.ran=8", "http://x/" + scripts.of(CONNECTION_SERVER)}) {
            admin.fill("server", address).click("#save");
            assertThat(admin.find("#server [slot=error-message], .form-complaint:visible"))
                    .not()
                    .isEmpty();
        }
        Scripts.stayWords(admin);
        admin.fill("server", "http://127.0.0.1:1").click("#save");
        var card = admin.find("section.connection").filter(new FilterOptions().setHasText(name));
        assertThat(card).isVisible();
        card.getByText("Rules").click();
        admin.choose("acts", "Accepted from the users named below");
        admin.fill("hub-user", scripts.of(HUB_USER));
        admin.find("#person input").fill("Maria");
        admin.find("vaadin-combo-box-item:visible").first().click();
        admin.click("#map");
        assertThat(admin.find(".mapped")).isVisible();
        Scripts.stayWords(admin);
        admin.screenshot("connection-scripts").click("#save-rules");
        card.getByText("Delete").click();
        assertThat(admin.find("vaadin-confirm-dialog-overlay")).containsText(name);
        Scripts.stayWords(admin);
        admin.click("vaadin-button[slot=confirm-button]");
        assertThat(card).hasCount(0);
        scripts.allWereTried();
    }

    @Test
    void nothingThatIsTypedAboutASessionOrByAGuestRuns(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var item = artist.submit(
                    Submissions.with(Submissions.task("xss/session", "Shown to a script"), "policy", "any-reviewer"));
            var scripts = Scripts.in(Area.SESSIONS);
            var lead = studio.admin();
            var name = scripts.of(REVIEW_SESSION_NAME);
            lead.open("/sessions").click("#new-session").fill("session-name", name);
            lead.fill("session-project", scripts.of(REVIEW_SESSION_PROJECT));
            lead.fill("session-description", scripts.of(REVIEW_SESSION_DESCRIPTION));
            lead.click("#save-session");
            assertThat(lead.find("h1")).hasText(name);
            assertThat(lead.find(".session-intro")).containsText(Scripts.ALL);
            lead.click("#add-items").find("#add-project input").fill("");
            lead.fill("add-words", scripts.of(ITEM_SEARCH));
            assertThat(lead.find(".found")).containsText("Nothing like that");
            Scripts.stayWords(lead);
            lead.fill("add-words", "Shown to a script");
            assertThat(lead.find(".found-line").first()).isVisible();
            lead.click("#add-all").click("#open-session");

            var guestName = scripts.of(GUEST_NAME);
            lead.click("#invite-guest").fill("guest-name", guestName);
            lead.fill("guest-email", scripts.of(GUEST_EMAIL)).choose("guest-right", "Look, comment and decide");
            lead.click("#make-link");
            assertThat(lead.find(".form-complaint:visible")).containsText("is no e-mail address");
            Scripts.stayWords(lead);
            lead.fill("guest-email", "\"'><svg/onload=window.ran=3>\"@example.org")
                    .click("#make-link");
            var link = lead.find("rush-copy").getAttribute("text");
            lead.click("#done");
            assertThat(lead.find("#guest-links")).containsText(guestName);
            Scripts.stayWords(lead);

            var guest = GuestPage.atTheDoor(studio, link).comeIn().isIn(name);
            Scripts.stayWords(guest.visitor());
            guest.lookAt("Shown to a script").write(scripts.of(GUEST_NOTE));
            assertThat(guest.notes()).containsText(Scripts.ALL);
            guest.visitor().fill("guest-reason", scripts.of(GUEST_REASON));
            guest.decide("request-changes");
            assertThat(guest.vote()).containsText("You said");
            Scripts.stayWords(guest.visitor());

            lead.open(URI.create(item.getString("url")));
            assertThat(lead.find("#notes")).containsText(guestName);
            assertThat(lead.find("#notes")).containsText(Scripts.ALL);
            assertThat(lead.find(".history")).containsText(Scripts.ALL);
            Scripts.stayWords(lead);
            lead.open("/sessions?show=all");
            assertThat(lead.find(".session-name").first()).isVisible();
            Scripts.stayWords(lead);
            scripts.allWereTried();
        }
    }

    @Test
    void nothingThatIsTypedIntoAPolicyRuns(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var scripts = Scripts.in(Area.POLICIES);
            var admin = studio.admin().open("/admin/policies");
            var name = scripts.of(POLICY_NAME);
            admin.click("#new-policy")
                    .fill("new-name", name)
                    .fill("new-id", "scripted")
                    .click("#begin-policy");
            assertThat(admin.find("h1")).hasText(name);
            labelled(admin, "Undo within").fill(scripts.of(POLICY_TIME));
            labelled(admin, "Undo within").blur();
            assertThat(admin.find("[slot=error-message]").filter(new FilterOptions().setHasText("Must be")))
                    .isVisible();
            labelled(admin, "Undo within").fill("");
            labelled(admin, "Undo within").blur();
            var stage = scripts.of(STAGE_NAME);
            admin.find("#stage-0 .stage-name input").fill(stage);
            admin.find("#stage-0 .stage-name input").blur();
            admin.find("#stage-0 vaadin-details-summary").click();
            type(labelled(admin, "Steps"), scripts.of(STAGE_WORK));
            assertThat(admin.find("#policy-words")).containsText(stage);
            Scripts.stayWords(admin);
            admin.click("#as-text").find("#policy-json textarea").fill("{\"" + scripts.of(POLICY_TEXT) + "\": 1}");
            assertThat(admin.find(".text-trouble")).isVisible();
            Scripts.stayWords(admin);
            admin.find("#policy-json textarea").fill(policy(name, stage));
            assertThat(admin.find(".text-trouble")).isHidden();
            save(admin, 1);
            Scripts.stayWords(admin);

            var item = artist.submit(
                    Submissions.with(Submissions.task("xss/policy", "Judged by a script"), "policy", "scripted"));
            var reviewer = studio.admin().open(URI.create(item.getString("url")));
            assertThat(reviewer.find(".stages")).containsText(stage);
            reviewer.click("#vote-approve");
            Scripts.stayWords(reviewer);

            var text = admin.click("#as-text").find("#policy-json textarea");
            text.fill(text.inputValue().replaceFirst("\"quorum\": ?2", "\"quorum\":1"));
            assertThat(admin.find("#policy-words")).containsText("1 of the reviewers");
            type(labelled(admin, "Project"), scripts.of(SIMULATED_PROJECT));
            admin.click("#simulate");
            assertThat(admin.find("#simulation")).containsText("There is no such version");
            save(admin, 2);
            admin.find("#earlier vaadin-checkbox input").first().check();
            admin.fill("re-evaluate-why", scripts.of(REEVALUATION_REASON)).click("#re-evaluate");
            ItemPage.shownTo(reviewer).shows("Approved");
            Scripts.stayWords(reviewer);
            admin.click("#revisions");
            assertThat(admin.find("#revision")).containsText(name);
            Scripts.stayWords(admin);

            admin.open("/admin/policies").click("#add-rule");
            type(admin.find("#rule-0 input[aria-label^=Projects]"), scripts.of(RULE_WORK));
            admin.fill("probe-project", scripts.of(PROBED_WORK));
            assertThat(admin.find("#probe-answer")).isVisible();
            assertThat(admin.find("#policy-scripted")).containsText(name);
            Scripts.stayWords(admin);
            admin.screenshot("policies-scripts").click("#discard-rules");
            scripts.allWereTried();
        }
    }

    private static String policy(String name, String stage) {
        var asked = Json.createArrayBuilder().add("role:REVIEWER");
        return Json.createObjectBuilder()
                .add("name", name)
                .add(
                        "stages",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("name", stage)
                                        .add("mode", "QUORUM")
                                        .add("quorum", 2)
                                        .add("reviewers", asked)))
                .build()
                .toString();
    }

    private static void save(Visitor admin, int revision) {
        assertThat(admin.find("#save-policy")).isEnabled();
        admin.click("#save-policy");
        assertThat(admin.find("#save-policy")).hasText("Save as revision %d".formatted(revision + 1));
    }

    private static Locator labelled(Visitor visitor, String label) {
        return visitor.find("vaadin-text-field:visible, vaadin-multi-select-combo-box:visible")
                .filter(new FilterOptions().setHasText(label))
                .locator("input")
                .first();
    }

    private static void type(Locator field, String words) {
        field.fill(words);
        field.press("Enter");
        field.press("Tab");
    }
}
