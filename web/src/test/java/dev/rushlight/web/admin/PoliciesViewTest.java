package dev.rushlight.web.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.people.Identity;
import dev.rushlight.people.Role;
import dev.rushlight.policy.AppliesTo;
import dev.rushlight.policy.Mode;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.Selector;
import dev.rushlight.policy.Stage;
import dev.rushlight.review.PolicyRule;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.Frame;
import dev.rushlight.web.testing.MemoryPolicies;
import dev.rushlight.web.testing.Somebody;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoliciesViewTest {

    private static final Identity ME = Somebody.person("maria", Role.ADMIN);
    private static final PolicyRule LANTERNFISH =
            new PolicyRule(new AppliesTo(Set.of("ASSET"), Set.of("lantern*"), Set.of()), "led");
    private static final PolicyRule ELSE = new PolicyRule(AppliesTo.EVERYTHING, "any-reviewer");

    private final Browser browser = new Browser();
    private final MemoryPolicies policies = new MemoryPolicies()
            .with(Policy.of("led", "A lead decides", Stage.of("Lead", Mode.LEAD, Selector.role("LEAD"))))
            .with(Policy.of("spare", "Nobody's", Stage.of("Tom", Mode.ALL, Selector.user("tom"))))
            .choosing(LANTERNFISH, ELSE);

    @BeforeEach
    void open() {
        var somebody = Somebody.as(Role.ADMIN);
        Frame.around(browser, somebody)
                .with(PoliciesView.class, () -> new PoliciesView(policies, somebody))
                .open();
        browser.go("admin/policies");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void eachPolicySaysWhatItAsksForAndWhereItIsUsed() {
        assertThat(text("policy-led"))
                .contains("A lead decides", "revision 1", "Lead: a lead has to approve.", "Assets in lantern*");
        assertThat(text("policy-any-reviewer")).contains("Everything else");
        assertThat(text("policy-spare")).contains("No rule chooses it");
    }

    @Test
    void theProbeFindsTheFirstRuleThatMatches() {
        assertThat(answer()).isEqualTo("→ Any reviewer decides");
        _setValue(_get(TextField.class, spec -> spec.withId("probe-project")), "lanternfish");
        assertThat(answer()).isEqualTo("→ A lead decides");
        assertThat(rule(0).hasClassName("rule-hit")).isTrue();
    }

    @Test
    void rulesAreAddedAtTheTopMovedAndSaved() {
        _click(button("add-rule"));
        _find(rule(0), NamesField.class).get(2).setValue(Set.of("comp"));
        _click(_find(rule(0), MoveButton.class).get(1));
        _click(button("save-rules"));

        assertThat(policies.rules(ME))
                .containsExactly(
                        LANTERNFISH,
                        new PolicyRule(new AppliesTo(Set.of(), Set.of(), Set.of("comp")), "any-reviewer"),
                        ELSE);
        assertThat(button("save-rules").isEnabled()).isFalse();
        assertThat(text("policy-any-reviewer")).contains("All work at step comp");
    }

    @Test
    void aRuleIsRemovedButTheLastOneStays() {
        _click(_find(rule(0), MoveButton.class).get(2));
        assertThat(_find(rule(0), MoveButton.class)).isEmpty();
        _click(button("save-rules"));
        assertThat(policies.rules(ME)).containsExactly(ELSE);
    }

    @Test
    void rulesThatSomebodyElseChangedAreShownBesideOnesOwn() {
        _click(_find(rule(0), MoveButton.class).get(2));
        policies.choose(
                ME, List.of(LANTERNFISH, ELSE), List.of(LANTERNFISH, new PolicyRule(AppliesTo.EVERYTHING, "led")));
        _click(button("save-rules"));

        assertThat(text("rules")).contains("somebody else changed the rules", "Everything else → A lead decides");
        _click(button("keep-rules"));
        assertThat(policies.rules(ME)).containsExactly(ELSE);
    }

    @Test
    void anIdIsMadeOfTheName() {
        assertThat(NewPolicyDialog.idOf("Équipe, then  Lead!")).isEqualTo("equipe-then-lead");
    }

    private static String answer() {
        return _get(Span.class, spec -> spec.withId("probe-answer")).getText();
    }

    private static ListItem rule(int index) {
        return _get(ListItem.class, spec -> spec.withId("rule-" + index));
    }

    private static Button button(String id) {
        return _get(Button.class, spec -> spec.withId(id));
    }

    private static String text(String id) {
        return _get(Component.class, spec -> spec.withId(id)).getElement().getTextRecursively();
    }
}
