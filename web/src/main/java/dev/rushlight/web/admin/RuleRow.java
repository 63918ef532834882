package dev.rushlight.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import dev.rushlight.policy.AppliesTo;
import dev.rushlight.review.Kind;
import dev.rushlight.review.PolicyRule;
import dev.rushlight.review.PolicySummary;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** One rule: for which work, which policy. The last of them is for everything else, and stays last. */
final class RuleRow extends ListItem {

    private final NamesField kinds =
            new NamesField("", Stream.of(Kind.values()).map(Kind::name).toList(), UnaryOperator.identity());
    private final NamesField projects = new NamesField("", List.of(), UnaryOperator.identity());
    private final NamesField steps = new NamesField("", List.of(), UnaryOperator.identity());
    private final Select<PolicySummary> policy = new Select<>();
    private final Span everything = new Span();
    private final boolean forEverything;
    private final Button up;
    private final Button down;

    /** What happens to the rule as a whole. */
    record Moves(Consumer<RuleRow> up, Consumer<RuleRow> down, Consumer<RuleRow> remove) {}

    RuleRow(PolicyRule rule, boolean forEverything, List<PolicySummary> policies, Runnable changed, Moves moves) {
        this.forEverything = forEverything;
        addClassName("rule");
        kinds.choose(rule.work().kinds());
        kinds.setItemLabelGenerator(RuleRow::kind);
        projects.choose(rule.work().projects());
        steps.choose(rule.work().steps());
        name(kinds, "All kinds", "Kinds");
        name(projects, "All projects", "Projects; names may end in *");
        name(steps, "All steps", "Steps; names may end in *");
        policy.setAriaLabel("Policy");
        policy.setItems(policies);
        policy.setItemLabelGenerator(PolicySummary::name);
        policies.stream()
                .filter(one -> one.id().equals(rule.policy()))
                .findFirst()
                .ifPresent(policy::setValue);
        kinds.addValueChangeListener(change -> changed.run());
        projects.addValueChangeListener(change -> changed.run());
        steps.addValueChangeListener(change -> changed.run());
        policy.addValueChangeListener(change -> changed.run());
        up = new MoveButton("Move up", Symbol.UP, () -> moves.up().accept(this));
        down = new MoveButton("Move down", Symbol.DOWN, () -> moves.down().accept(this));
        var remove =
                new MoveButton("Remove", Symbol.DELETE, () -> moves.remove().accept(this));
        everything.addClassNames("strong", "rule-else");
        var work = forEverything ? new Div(everything) : new Div(kinds, projects, steps);
        work.addClassName("rule-work");
        var buttons = new Div(forEverything ? new Component[0] : new Component[] {up, down, remove});
        buttons.addClassName("stage-moves");
        add(work, new Glyph(Symbol.ARROW), policy, buttons);
    }

    boolean isForEverything() {
        return forEverything;
    }

    PolicyRule rule() {
        return new PolicyRule(
                forEverything
                        ? AppliesTo.EVERYTHING
                        : new AppliesTo(Set.copyOf(kinds.getValue()), projects.getValue(), steps.getValue()),
                policy.getOptionalValue().map(PolicySummary::id).orElse(""));
    }

    /** Where it stands among those that can be moved. */
    void stand(int index, int of) {
        setId("rule-" + index);
        everything.setText(WorkWords.of(AppliesTo.EVERYTHING, index > 0));
        up.setEnabled(index > 0);
        down.setEnabled(index < of - 1);
    }

    void mark(boolean hit) {
        setClassName("rule-hit", hit);
    }

    private static String kind(String name) {
        return Stream.of(Kind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .map(kind -> Appearance.of(kind).word())
                .orElse(name);
    }

    private static void name(NamesField field, String empty, String words) {
        field.setPlaceholder(empty);
        field.setAriaLabel(words);
        field.setTooltipText(words);
    }
}
