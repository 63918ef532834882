package dev.rushlight.web.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import dev.rushlight.policy.AppliesTo;
import dev.rushlight.review.PolicyDesk;
import dev.rushlight.review.PolicyRule;
import dev.rushlight.review.PolicySummary;
import dev.rushlight.review.StalePolicy;
import dev.rushlight.review.UnacceptableChoice;
import dev.rushlight.web.access.CurrentPerson;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which policy judges which work: the first rule that matches. */
final class RulesEditor extends Section {

    private final PolicyDesk desk;
    private final CurrentPerson current;
    private final Runnable saved;
    private final OrderedList list = new OrderedList();
    private final List<RuleRow> rows = new ArrayList<>();
    private final Div notice = new Div();
    private final Button save = new Button("Save rules", click -> save());
    private final Button discard = new Button("Discard", click -> load());
    private final PolicyProbe probe = new PolicyProbe(this::changed);
    private List<PolicySummary> policies = List.of();
    private List<PolicyRule> seen = List.of();

    /** @param saved called when other rules are in force */
    RulesEditor(PolicyDesk desk, CurrentPerson current, Runnable saved) {
        this.desk = desk;
        this.current = current;
        this.saved = saved;
        addClassNames("panel", "policy-card");
        setId("rules");
        list.addClassName("rules");
        var adding = new Button("Add rule", new Glyph(Symbol.PLUS), click -> insert());
        adding.setId("add-rule");
        save.setId("save-rules");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        discard.setId("discard-rules");
        var about =
                new Div("When work comes in, the first rule that matches it chooses its policy. What is under review"
                        + " already keeps the one it has.");
        about.addClassName("soft");
        var buttons = new Div(adding, discard, save);
        buttons.addClassName("buttons");
        add(new H2("Which policy judges what"), about, notice, list, buttons, probe);
    }

    /** Shows the rules in force, and forgets what was changed here. */
    void load() {
        policies = desk.policies(current.require());
        seen = desk.rules(current.require());
        show(seen);
    }

    private void show(List<PolicyRule> rules) {
        notice.removeAll();
        rows.clear();
        IntStream.range(0, rules.size()).forEach(index -> rows.add(row(rules.get(index), index == rules.size() - 1)));
        arrange();
    }

    private RuleRow row(PolicyRule rule, boolean last) {
        return new RuleRow(
                rule,
                last,
                policies,
                this::changed,
                new RuleRow.Moves(row -> swap(rows.indexOf(row) - 1), row -> swap(rows.indexOf(row)), row -> {
                    rows.remove(row);
                    arrange();
                }));
    }

    private void insert() {
        rows.add(0, row(new PolicyRule(AppliesTo.EVERYTHING, policies.get(0).id()), false));
        arrange();
    }

    private void swap(int first) {
        Collections.swap(rows, first, first + 1);
        arrange();
    }

    private void arrange() {
        var movable = rows.size() - 1;
        IntStream.range(0, rows.size()).forEach(index -> rows.get(index).stand(index, movable));
        list.removeAll();
        rows.forEach(list::add);
        changed();
    }

    private void changed() {
        var differs = !rules().equals(seen);
        save.setEnabled(differs);
        discard.setVisible(differs);
        var hit = probe.ask(rules());
        IntStream.range(0, rows.size())
                .forEach(index -> rows.get(index).mark(hit.isPresent() && hit.getAsInt() == index));
        probe.answer(hit.stream()
                .mapToObj(index -> rules().get(index).policy())
                .map(this::name)
                .findFirst());
    }

    private List<PolicyRule> rules() {
        return rows.stream().map(RuleRow::rule).toList();
    }

    private String name(String policy) {
        return policies.stream()
                .filter(one -> one.id().equals(policy))
                .map(PolicySummary::name)
                .findFirst()
                .orElse(policy);
    }

    private void save() {
        try {
            desk.choose(current.require(), seen, rules());
            load();
            saved.run();
            Toast.show(Symbol.SAVED, Tone.GOOD, "The rules are saved; they choose for what comes in from now on.");
        } catch (UnacceptableChoice wrong) {
            notice.removeAll();
            notice.add(new Banner(Symbol.WARNING, Tone.BAD, wrong.getMessage()));
        } catch (StalePolicy stale) {
            showConflict();
        }
    }

    /** What was typed here stays until somebody chooses between it and what was saved meanwhile. */
    private void showConflict() {
        var theirs = desk.rules(current.require());
        var mine = new Button("Keep mine instead", click -> {
            seen = theirs;
            save();
        });
        mine.setId("keep-rules");
        var take = new Button("Take theirs", click -> load());
        take.setId("take-rules");
        notice.removeAll();
        notice.add(
                new Banner(
                        Symbol.WARNING,
                        Tone.CARE,
                        "Not saved: somebody else changed the rules meanwhile. Yours are still here; this is what they"
                                + " changed.",
                        mine,
                        take),
                new ChangedLines(lines(seen), lines(theirs)));
    }

    private String lines(List<PolicyRule> rules) {
        return IntStream.range(0, rules.size())
                .mapToObj(index -> "%s → %s"
                        .formatted(
                                WorkWords.of(rules.get(index).work(), index > 0),
                                name(rules.get(index).policy())))
                .collect(Collectors.joining("\n"));
    }
}
