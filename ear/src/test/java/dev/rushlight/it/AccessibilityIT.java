package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator.FilterOptions;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** axe finds nothing serious on the pages and in the dialogs, in the dark and in the light. */
@ExtendWith(SharedStudio.class)
class AccessibilityIT {

    private final Axe axe = new Axe();

    @Test
    void noPageHasASeriousViolation(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var visitor = studio.admin();
            for (var submission : List.of(
                    Submissions.clip("axe/clip", "Axe clip", studio.media()),
                    Submissions.still("axe/still", "Axe still", studio.media()),
                    Submissions.changeset("axe/rig", "Axe rig"),
                    Submissions.task("axe/task", "Axe task"))) {
                var receipt = artist.submit(submission);
                axe.open(visitor, submission.getString("kind"), receipt.getString("url"), "#outcome");
            }
            for (var path : List.of(
                    "",
                    "sessions",
                    "admin/policies",
                    "admin/policies/any-reviewer",
                    "admin/people",
                    "admin/connections",
                    "admin/events",
                    "admin/hub-keys",
                    "admin/installation",
                    "admin/policies/nowhere")) {
                axe.open(visitor, "/" + path, "/" + path, "h1, h2");
            }
            axe.foundNothingSerious();
        }
    }

    @Test
    void noDialogOfAReviewerHasASeriousViolation(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var item = artist.submit(Submissions.task("axe/acts", "Axe acts"));
            var ada = studio.person("ada", "Ada Axe", "Reviewer");
            ItemPage.open(ada, item.getString("url")).requestChanges("So that there is a vote to dismiss");
            var lead = studio.admin();
            ItemPage.open(lead, item.getString("url"));
            for (var act : List.of("override", "dismiss", "hold", "withdraw", "delegate")) {
                axe.dialog(lead, act, () -> lead.click("#acts").click("#act-" + act));
            }
            axe.dialog(lead, "own keys", () -> lead.click("#user-menu").click("#change-keys"));
            lead.click("#keys");
            assertThat(lead.find("dialog.key-help")).isVisible();
            axe.look(lead, "key help");
            lead.open("/");
            axe.dialog(
                    lead,
                    "saved filter",
                    () -> lead.click("#saved vaadin-menu-bar-button.saved-filters")
                            .click("#save-filter"));
            axe.foundNothingSerious();
        }
    }

    @Test
    void noDialogOfAnAdminHasASeriousViolation(Studio studio) {
        var admin = studio.admin().open("/admin/connections");
        axe.dialog(admin, "connection", () -> admin.click("#add-connection"));
        axe.dialog(
                admin,
                "rules of a connection",
                () -> admin.find("section.connection")
                        .getByText("Rules")
                        .first()
                        .click());
        admin.open("/admin/people");
        axe.dialog(admin, "person", () -> admin.click("#invite"));
        axe.dialog(admin, "bot", () -> admin.click("#add-bot"));
        axe.dialog(admin, "functions", () -> person(admin, "Functions"));
        axe.dialog(admin, "deactivate", () -> person(admin, "Deactivate"));
        admin.open("/admin/hub-keys");
        axe.dialog(admin, "hub key", () -> admin.click("#issue-key"));
        admin.open("/admin/policies");
        axe.dialog(admin, "new policy", () -> admin.click("#new-policy"));
        admin.open("/admin/policies/any-reviewer");
        axe.dialog(admin, "revisions", () -> admin.click("#revisions"));
        admin.click("#as-text").find("#policy-json textarea").fill("{\"name\": 3}");
        assertThat(admin.find(".text-trouble")).isVisible();
        axe.look(admin, "a policy with a mistake");
        axe.foundNothingSerious();
    }

    @Test
    void nothingAroundAReviewSessionHasASeriousViolation(Studio studio) {
        try (var artist = studio.artist("jo")) {
            artist.submit(Submissions.clip("axe/session", "Axe in a session", studio.media()));
            var lead = studio.admin();
            lead.open("/sessions");
            axe.dialog(lead, "new session", () -> lead.click("#new-session"));
            var session = ReviewSessionPage.make(lead, "Axe round");
            axe.dialog(lead, "add items", () -> lead.click("#add-items"));
            session.addAll("Axe in a session", 1).openToGuests();
            axe.dialog(lead, "guest link", () -> lead.click("#invite-guest"));
            var link = session.invite("Gus Guest", "Look, comment and decide", "seven wet geese");
            axe.look(lead, "session");

            var stranger = studio.chromium().visitor(studio.rushlight().url());
            axe.open(stranger, "login", "/login", "#login");
            axe.open(stranger, "used invitation", "/invite/nothing", "h1");
            var guest = GuestPage.atTheDoor(studio, link);
            axe.look(guest.visitor(), "door");
            guest.comeIn();
            assertThat(guest.visitor().find("#passphrase")).isVisible();
            guest.comeIn("eight dry geese");
            assertThat(guest.visitor().find("#passphrase")).containsText("That was not it");
            axe.look(guest.visitor(), "door with a passphrase");
            guest.comeIn("seven wet geese").isIn("Axe round");
            axe.look(guest.visitor(), "a guest's session");
            guest.lookAt("Axe in a session").write("So that there is a note");
            assertThat(guest.notes()).containsText("So that there is a note");
            axe.look(guest.visitor(), "a guest's item");
            session.revoke("Gus Guest");
            guest.visitor().open(URI.create(link)).click("#come-in");
            guest.isNowhere();
            axe.look(guest.visitor(), "a link that leads nowhere");
            axe.foundNothingSerious();
        }
    }

    private static void person(Visitor admin, String button) {
        admin.find(".person-line vaadin-button")
                .filter(new FilterOptions().setHasText(button))
                .first()
                .click();
    }
}
