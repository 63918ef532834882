package dev.rushlight.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.PolicyProse;
import dev.rushlight.policy.StageExplanation;
import dev.rushlight.policy.TruthTable;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Badge;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.util.stream.Collectors;

/** What a policy means: in words, and by examples that it judges itself. */
final class PolicyPreview extends Div {

    private final Div words = new Div();
    private final Div truth = new Div();
    private final Banner old = new Banner(Symbol.CLOCK, Tone.CARE, "This is what it meant before the mistake.");

    PolicyPreview() {
        addClassName("policy-preview");
        words.setId("policy-words");
        truth.setId("policy-truth");
        old.setId("policy-was");
        old.setVisible(false);
        add(old, card(new H2("In words"), words), card(new H2("What votes lead to"), truth));
    }

    void show(Policy policy) {
        removeClassName("is-old");
        old.setVisible(false);
        words.removeAll();
        var stages = new OrderedList();
        PolicyProse.stages(policy).forEach(sentence -> stages.add(new ListItem(sentence)));
        var rules = new UnorderedList();
        PolicyProse.rules(policy).forEach(sentence -> rules.add(new ListItem(sentence)));
        words.add(stages, rules);
        truth.removeAll();
        truth.add(table(policy));
    }

    /** What is shown is not what was typed last. */
    void fallBehind() {
        addClassName("is-old");
        old.setVisible(true);
    }

    private static Component table(Policy policy) {
        var head = new NativeTableRow(new NativeTableHeaderCell("Votes"), new NativeTableHeaderCell("Outcome"));
        var body = new NativeTableBody();
        TruthTable.of(policy).forEach(example -> body.add(row(example)));
        var table = new NativeTable(new NativeTableHeader(head), body);
        table.addClassName("truth");
        return table;
    }

    private static NativeTableRow row(TruthTable.Example example) {
        var why = new Span(example.judgement().explanation().stream()
                .map(StageExplanation::text)
                .collect(Collectors.joining(" · ")));
        why.addClassName("truth-why");
        return new NativeTableRow(
                new NativeTableCell(new Div(new Span(example.votes())), new Div(why)),
                new NativeTableCell(new Badge(Appearance.of(example.judgement().outcome()))));
    }

    private static Section card(Component... content) {
        var card = new Section(content);
        card.addClassNames("panel", "policy-card");
        return card;
    }
}
