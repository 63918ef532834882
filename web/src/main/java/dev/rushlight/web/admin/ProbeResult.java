package dev.rushlight.web.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import dev.rushlight.hub.api.ConnectionTest.Outcome;
import dev.rushlight.hub.api.ConnectionTest.Step;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.util.List;

/** How a test of a connection went, step by step. */
final class ProbeResult extends Div {

    ProbeResult() {
        setId("probe");
        addClassName("probe");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    void showRunning() {
        removeAll();
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        add(new Span("Testing; this takes up to 15 seconds"), bar);
        setVisible(true);
    }

    void show(List<Step> steps) {
        removeAll();
        var list = new OrderedList();
        steps.forEach(step -> list.add(line(step)));
        var passed = steps.stream().allMatch(step -> step.outcome() == Outcome.PASSED);
        var verdict = new Div(
                new Glyph(passed ? Symbol.DELIVERED : Symbol.WARNING),
                new Span(passed ? "The connection works" : "The connection does not work yet"));
        verdict.addClassNames("probe-verdict", (passed ? Tone.GOOD : Tone.BAD).styleClass());
        add(verdict, list);
        setVisible(true);
    }

    void showFailure(String why) {
        removeAll();
        var verdict = new Div(new Glyph(Symbol.WARNING), new Span(why));
        verdict.addClassNames("probe-verdict", Tone.BAD.styleClass());
        add(verdict);
        setVisible(true);
    }

    private static ListItem line(Step step) {
        var appearance = appearance(step.outcome());
        var name = new Span(step.name());
        name.addClassName("probe-step");
        var took = new Span(step.outcome() == Outcome.SKIPPED ? "" : step.took().toMillis() + " ms");
        took.addClassName("probe-took");
        var word = new Span(appearance.word());
        word.addClassNames("probe-word", appearance.tone().styleClass());
        var glyph = new Glyph(appearance.symbol());
        glyph.addClassName(appearance.tone().styleClass());
        var detail = new Div(step.detail());
        detail.addClassName("probe-detail");
        var line = new ListItem(glyph, name, word, took, detail);
        line.addClassName("probe-line");
        return line;
    }

    private static Appearance appearance(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> new Appearance("passed", Symbol.APPROVE, Tone.GOOD);
            case FAILED -> new Appearance("failed", Symbol.REJECT, Tone.BAD);
            case SKIPPED -> new Appearance("not tried", Symbol.PENDING, Tone.QUIET);
        };
    }
}
