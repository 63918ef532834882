package dev.rushlight.it;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page.CloseOptions;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Policies in a real browser: written, tried, put in force, and judging what artists submit. */
@ExtendWith(SharedStudio.class)
class PoliciesIT {

    @Test
    void aPolicyJudgesWhatComesInAndItsNextRevisionWhatItIsToldTo(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var admin = studio.admin();
            begin(admin, "Two of the team");
            var stage = admin.find("#stage-0");
            choose(admin, stage, "Decides", "A number or share of them");
            fill(stage, "How many", "none");
            assertThat(field(stage, "How many")).containsText("Must be");
            admin.screenshot("policy-mistake-at-its-field");
            admin.click("#as-text").click("#go-to-line");
            assertThat(admin.find(".text-trouble")).containsText("quorum must be");
            admin.click("#as-fields");
            fill(stage, "How many", "2");
            assertThat(admin.find("#policy-words")).containsText("2 of the reviewers have to approve");
            save(admin, 1);

            var old = artist.submit(judgedBy("two-of-the-team", "policy/old", "Judged by two"));
            var reviewer = studio.admin();
            var oldPage = ItemPage.open(reviewer, old.getString("url"));
            reviewer.click("#vote-approve");
            assertThat(reviewer.find("#take-back")).isVisible();
            oldPage.shows("In review");

            fill(stage, "How many", "1");
            admin.click("#simulate");
            var difference = admin.find("#simulation .differences li")
                    .filter(new FilterOptions().setHasText("Judged by two"))
                    .first();
            assertThat(difference).containsText("Approved");
            admin.screenshot("policy-simulated");
            oldPage.shows("In review");
            save(admin, 2);

            var fresh = artist.submit(judgedBy("two-of-the-team", "policy/new", "Judged by one"));
            var second = studio.admin();
            ItemPage.open(second, fresh.getString("url")).approve();

            var earlier = admin.find("#earlier");
            assertThat(earlier).containsText("1 open item is under an earlier revision");
            assertThat(earlier.locator("li")).containsText("Judged by two v1");
            earlier.locator("vaadin-checkbox").first().locator("input").check();
            admin.fill("re-evaluate-why", "One is enough from now on");
            admin.screenshot("policy-earlier").click("#re-evaluate");
            assertThat(earlier).isHidden();
            oldPage.shows("Approved");
        }
    }

    @Test
    void aTextThatIsNoPolicyIsKeptAsTypedAndNotSaved(Studio studio) {
        var admin = studio.admin();
        begin(admin, "Typed by hand");
        admin.click("#as-text");
        var text = admin.find("#policy-json textarea");
        text.fill("""
                {
                  "name": "Typed by hand",
                  "stages": [
                    {"name": "Peers", "mode": "SOME", "reviewers": ["role:REVIEWER"]}
                  ]
                }""");
        assertThat(admin.find(".text-trouble")).containsText("stages[0].mode");
        assertThat(admin.find("#go-to-line")).containsText("4");
        admin.click("#save-policy");
        admin.click("#as-fields");
        assertThat(admin.find(".policy-fields-side")).containsText("The text is no policy just now");
        assertThat(admin.find("#save-policy")).hasText("Save as revision 1");
        admin.click("#as-text");
        text.fill(text.inputValue().replace("SOME", "ANY"));
        assertThat(admin.find(".text-trouble")).isHidden();
        admin.click("#as-fields");
        assertThat(field(admin.find("#stage-0"), "Name").locator("input")).hasValue("Peers");
        staysWhenItIsClosed(admin);
        admin.click("nav a, vaadin-side-nav-item >> text=Queue");
        assertThat(admin.find("vaadin-confirm-dialog-overlay")).containsText("Leave without saving?");
        admin.click("vaadin-button[slot=confirm-button]");
        assertThat(admin.find("h1")).hasText("Queue");
    }

    /** Because the browser asks, and is told to stay. */
    private static void staysWhenItIsClosed(Visitor admin) {
        var asked = new ArrayList<String>();
        admin.page().onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        admin.page().close(new CloseOptions().setRunBeforeUnload(true));
        admin.page().waitForCondition(() -> asked.equals(List.of("beforeunload")));
    }

    @Test
    void aRuleChoosesThePolicyOfTheWorkThatItNames(Studio studio) {
        try (var artist = studio.artist("jo")) {
            var admin = studio.admin();
            begin(admin, "Leads of the council");
            choose(admin, admin.find("#stage-0"), "Decides", "A lead among them");
            save(admin, 1);
            admin.open("/admin/policies").click("#add-rule");
            var rule = admin.find("#rule-0");
            rule.locator("input[placeholder='All projects']").fill("council");
            admin.page().keyboard().press("Enter");
            admin.page().keyboard().press("Tab");
            rule.locator("vaadin-select").click();
            admin.find("vaadin-select-item[role=option]:visible")
                    .filter(new FilterOptions().setHasText("Leads of the council"))
                    .first()
                    .click();
            admin.fill("probe-project", "council");
            assertThat(admin.find("#probe-answer")).hasText("→ Leads of the council");
            admin.screenshot("policy-rules").click("#save-rules");
            assertThat(admin.find("#discard-rules")).isHidden();

            var chosen = artist.submit(
                    Submissions.with(Submissions.task("policy/council", "Seen by leads"), "project", "council"));
            var reviewer = studio.admin();
            ItemPage.open(reviewer, chosen.getString("url"));
            assertThat(reviewer.find(".decision-panel, .stages").first()).isVisible();
            assertThat(reviewer.find("main")).containsText("Leads of the council");

            rule.locator("[aria-label=Remove]").click();
            admin.click("#save-rules");
            assertThat(admin.find("#discard-rules")).isHidden();
        }
    }

    private static void begin(Visitor admin, String name) {
        admin.open("/admin/policies").click("#new-policy").fill("new-name", name);
        admin.screenshot("policy-new").click("#begin-policy");
        assertThat(admin.find("h1")).hasText(name);
    }

    private static void save(Visitor admin, int revision) {
        admin.click("#save-policy");
        assertThat(admin.find(".toast").last()).containsText("Revision %d is saved".formatted(revision));
        assertThat(admin.find("#save-policy")).hasText("Save as revision %d".formatted(revision + 1));
    }

    private static JsonObject judgedBy(String policy, String key, String name) {
        return Submissions.with(Submissions.task(key, name), "policy", policy);
    }

    private static Locator field(Locator form, String label) {
        return form.locator("vaadin-text-field, vaadin-select").filter(new FilterOptions().setHasText(label));
    }

    private static void fill(Locator form, String label, String text) {
        var input = field(form, label).locator("input");
        input.fill(text);
        input.blur();
    }

    private static void choose(Visitor visitor, Locator form, String label, String words) {
        field(form, label).click();
        visitor.find("vaadin-select-item[role=option]:visible")
                .filter(new FilterOptions().setHasText(words))
                .first()
                .click();
    }
}
