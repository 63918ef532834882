package dev.rushlight.web.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Mode;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import dev.rushlight.review.Difference;
import dev.rushlight.review.EarlierJudged;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.Shift;
import dev.rushlight.review.Simulation;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.ByHand;
import dev.rushlight.web.testing.Frame;
import dev.rushlight.web.testing.MemoryPeople;
import dev.rushlight.web.testing.MemoryPolicies;
import dev.rushlight.web.testing.Somebody;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PolicyViewTest {

    private final Browser browser = new Browser();
    private final ByHand background = new ByHand();
    private final MemoryPolicies policies = new MemoryPolicies();
    private final MemoryPeople people =
            new MemoryPeople().with(Somebody.person("maria", Role.ADMIN)).with(Somebody.person("tom", Role.REVIEWER));

    @BeforeEach
    void open() {
        var somebody = Somebody.as(Role.ADMIN);
        Frame.around(browser, somebody)
                .with(PolicyView.class, () -> new PolicyView(policies, people, somebody, background))
                .with(PoliciesView.class, () -> new PoliciesView(policies, somebody))
                .open();
        browser.go("admin/policies/any-reviewer");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void aPolicyIsReadInWordsAndByExamples() {
        assertThat(words()).contains("Review: the latest vote of any of the reviewers decides.");
        assertThat(text("policy-truth"))
                .contains("Everybody approves, and a lead rejects", "Rejected")
                .contains("Nobody voted", "Review: waiting for any reviewer");
        assertThat(button("save-policy").isEnabled()).isFalse();
    }

    @Test
    void aChangedFieldChangesTheTextAndTheWords() {
        _setValue(mode(), Mode.QUORUM);
        _setValue(field("How many", TextField.class), "2");

        assertThat(json()).contains("{\"name\":\"Review\",\"mode\":\"QUORUM\",\"quorum\":2,");
        assertThat(words()).contains("2 of the reviewers have to approve");
        assertThat(button("save-policy").getText()).isEqualTo("Save as revision 2");
        assertThat(button("save-policy").isEnabled()).isTrue();
    }

    @Test
    void changedTextChangesTheFields() {
        type(json().replace("\"ANY\"", "\"ALL\"").replace("Any reviewer decides", "All decide"));

        assertThat(mode().getValue()).isEqualTo(Mode.ALL);
        assertThat(name().getValue()).isEqualTo("All decide");
        assertThat(words()).contains("all of the reviewers have to approve");
    }

    @Test
    void anImpossibleValueIsSaidAtItsFieldAndStays() {
        _setValue(mode(), Mode.QUORUM);
        var quorum = field("How many", TextField.class);
        assertThat(quorum.getErrorMessage()).isEqualTo("Is missing: the mode QUORUM needs it");
        _setValue(quorum, "most");

        assertThat(quorum.isInvalid()).isTrue();
        assertThat(quorum.getErrorMessage()).startsWith("Must be a number of people");
        assertThat(json()).contains("\"quorum\":\"most\"");
        _click(button("save-policy"));
        assertThat(policies.revisions(me(), "any-reviewer")).hasSize(1);
    }

    @Test
    void textThatIsNoPolicyStaysAndTheFieldsWait() {
        var broken = json().replace("\"ANY\"", "\"NONE\"");
        type(broken);

        assertThat(json()).isEqualTo(broken);
        show("as-text");
        assertThat(_get(Div.class, spec -> spec.withClasses("text-trouble"))
                        .getElement()
                        .getTextRecursively())
                .contains("stages[0].mode must be one of", "Go to line 4");
        show("as-fields");
        assertThat(name().isEnabled()).isFalse();
        assertThat(_get(PolicyEditor.class).getElement().getTextRecursively()).contains("no policy just now");

        type(broken.replace("NONE", "LEAD"));
        assertThat(mode().getValue()).isEqualTo(Mode.LEAD);
        assertThat(mode().isEnabled()).isTrue();
    }

    @Test
    void whatThePolicyMeansSaysThatItIsOfBeforeTheMistake() {
        assertThat(_find(Component.class, spec -> spec.withId("policy-was"))).isEmpty();

        type(json().replace("\"ANY\"", "\"NONE\""));
        assertThat(text("policy-was")).contains("before the mistake");

        type(json().replace("\"NONE\"", "\"ANY\""));
        assertThat(_find(Component.class, spec -> spec.withId("policy-was"))).isEmpty();
    }

    @Test
    void stagesAreAddedMovedAndRemoved() {
        _click(button("add-stage"));
        assertThat(json()).contains("\"name\":\"\"");
        _setValue(_get(stage(1), TextField.class, spec -> spec.withLabel("Name")), "Lead");
        _get(stage(1), NamesField.class, spec -> spec.withLabel("Asks")).setValue(Set.of("role:LEAD"));
        _click(_find(stage(1), MoveButton.class).get(0));

        assertThat(words()).contains("Lead: the latest vote of any of the leads decides.Then Review:");
        _click(_find(stage(0), MoveButton.class).get(2));
        assertThat(words()).doesNotContain("Lead:");
    }

    @Test
    void aSavedPolicyIsTheNextRevision() {
        _setValue(name(), "Renamed");
        _click(button("save-policy"));

        assertThat(policies.policy(me(), "any-reviewer", 2).name()).isEqualTo("Renamed");
        assertThat(button("save-policy").isEnabled()).isFalse();
        _click(button("revisions"));
        assertThat(_get(RevisionsDialog.class).getElement().getTextRecursively())
                .contains("Renamed");
    }

    @Test
    void whatSomebodyElseSavedMeanwhileIsShownAndNothingIsLost() {
        _setValue(name(), "Mine");
        policies.save(me(), Policy.firstThatShips().withoutAbstaining(), 1);
        _click(button("save-policy"));

        assertThat(text("policy-conflict")).contains("root saved revision 2", "\"abstainAllowed\": false");
        assertThat(name().getValue()).isEqualTo("Mine");
        _click(button("keep-mine"));
        assertThat(policies.policy(me(), "any-reviewer", 3).name()).isEqualTo("Mine");
    }

    @Test
    void theirsCanBeTakenInstead() {
        _setValue(name(), "Mine");
        policies.save(me(), Policy.firstThatShips().withoutAbstaining(), 1);
        _click(button("save-policy"));
        _click(button("take-theirs"));

        assertThat(name().getValue()).isEqualTo("Any reviewer decides");
        assertThat(words()).contains("Nobody may abstain.");
    }

    @Test
    void whoeverLeavesWithoutSavingIsAsked() {
        _setValue(name(), "Mine");
        browser.go("admin/policies");

        assertThat(_find(PoliciesView.class)).isEmpty();
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(_find(PoliciesView.class)).hasSize(1);
    }

    @Test
    void aPolicyIsTriedOnWhatCameBefore() {
        var item = ReviewItemId.random();
        policies.simulation = new Simulation(
                900,
                2,
                true,
                List.of(new Shift(Outcome.IN_REVIEW, Outcome.APPROVED, 2)),
                List.of(new Difference(item, "lanternfish", "sh010", 3, Outcome.IN_REVIEW, Outcome.APPROVED)));
        _setValue(name(), "Tried");
        _click(button("simulate"));
        background.work();
        browser.settle();

        assertThat(policies.done).singleElement().asString().startsWith("tried Tried on 1000");
        assertThat(text("simulation"))
                .contains("900 versions looked at, all there are, 2 would stand elsewhere", "2 ×", "sh010 v3");
        assertThat(_find(Anchor.class)).extracting(Anchor::getHref).contains("item/" + item.value());
        assertThat(button("simulate").isEnabled()).isTrue();
    }

    @Test
    void openItemsUnderAnEarlierRevisionAreReevaluatedWhenChosen() {
        policies.earlier.add(new EarlierJudged(
                ReviewItemId.random(), "lanternfish", "sh010", 2, 1, Outcome.IN_REVIEW, Outcome.APPROVED));
        policies.earlier.add(new EarlierJudged(
                ReviewItemId.random(), "lanternfish", "sh020", 1, 1, Outcome.PENDING, Outcome.PENDING));
        policies.save(me(), Policy.firstThatShips(), 1);
        browser.go("admin/policies/any-reviewer?again");

        assertThat(text("earlier")).contains("2 open items are under an earlier revision");
        assertThat(button("re-evaluate").isEnabled()).isFalse();
        _get(Checkbox.class, spec -> spec.withLabel("All of them")).setValue(true);
        _setValue(_get(TextField.class, spec -> spec.withId("re-evaluate-why")), "hurry");
        _click(button("re-evaluate"));

        assertThat(policies.done).containsExactly("re-evaluated v2 under 2: hurry", "re-evaluated v1 under 2: hurry");
        assertThat(_find(EarlierPanel.class)).isEmpty();
    }

    @Test
    void aNewPolicyBeginsAsACopyUnderItsOwnName() {
        browser.go("admin/policies");
        _click(button("new-policy"));
        _setValue(_get(TextField.class, spec -> spec.withId("new-name")), "Team, then Lead");
        var id = _get(TextField.class, spec -> spec.withId("new-id"));
        assertThat(id.getPlaceholder()).isEqualTo("team-then-lead");
        assertThat(id.getValue()).as("left to whoever types").isEmpty();
        _click(button("begin-policy"));

        assertThat(name().getValue()).isEqualTo("Team, then Lead");
        _click(button("save-policy"));
        assertThat(policies.policy(me(), "team-then-lead", 1).name()).isEqualTo("Team, then Lead");
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .isEqualTo("admin/policies/team-then-lead");
    }

    @Test
    void whatIsNotThereIsSaid() {
        browser.go("admin/policies/nobody-knows");
        assertThat(_get(PolicyView.class).getElement().getTextRecursively())
                .contains("There is no policy nobody-knows");
    }

    private static Identity me() {
        return Somebody.person("maria", Role.ADMIN);
    }

    private static <T extends Component> T field(String label, Class<T> type) {
        return _get(stage(0), type, spec -> spec.withLabel(label));
    }

    @SuppressWarnings("unchecked")
    private static Select<Mode> mode() {
        return (Select<Mode>) _get(stage(0), Component.class, spec -> spec.withLabel("Decides"));
    }

    private static StageForm stage(int index) {
        return _get(StageForm.class, spec -> spec.withId("stage-" + index));
    }

    private static TextField name() {
        return _get(TextField.class, spec -> spec.withId("policy-name"));
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    private static String words() {
        return text("policy-words");
    }

    private static String text(String id) {
        return _get(Component.class, spec -> spec.withId(id)).getElement().getTextRecursively();
    }

    private static void type(String json) {
        show("as-text");
        _setValue(area(), json);
        show("as-fields");
    }

    private static String json() {
        show("as-text");
        var json = area().getValue();
        show("as-fields");
        return json;
    }

    private static TextArea area() {
        return _get(TextArea.class, spec -> spec.withId("policy-json"));
    }

    private static void show(String tab) {
        _get(Tabs.class).setSelectedTab(_get(Tab.class, spec -> spec.withId(tab)));
    }
}
