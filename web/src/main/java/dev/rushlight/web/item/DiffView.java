package dev.rushlight.web.item;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.web.item.UnifiedDiff.Run;
import dev.rushlight.web.item.UnifiedDiff.Sort;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A diff with line numbers, signs and colours; a long one is shown in parts. */
final class DiffView extends Div {

    private static final int PART = 400;

    private final UnifiedDiff diff;
    private final Div body = new Div();
    private final Button more = new Button();
    private int shown;

    DiffView(UnifiedDiff diff) {
        this.diff = diff;
        addClassName("diff");
        body.addClassName("diff-body");
        body.getElement().setAttribute("tabindex", "0");
        body.getElement().setAttribute("role", "region");
        body.getElement().setAttribute("aria-label", "Changed lines");
        more.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
        more.addClickListener(click -> showMore());
        add(body, more);
        showMore();
    }

    private void showMore() {
        diff.part(shown, PART).forEach(run -> body.add(row(run)));
        shown = Math.min(diff.lines(), shown + PART);
        var left = diff.lines() - shown;
        more.setVisible(left > 0);
        more.setText("Show %d more of %d lines".formatted(Math.min(left, PART), left));
    }

    private static Div row(Run run) {
        var row = new Div();
        row.addClassNames("run", "run-" + run.sort().name().toLowerCase(Locale.ROOT));
        if (run.sort() == Sort.HUNK || run.sort() == Sort.REMARK) {
            row.add(code(String.join("\n", run.lines()), "run-text"));
            return row;
        }
        var size = run.lines().size();
        row.add(
                code(run.sort() == Sort.ADDED ? "" : numbers(run.oldLine(), size), "run-numbers"),
                code(run.sort() == Sort.REMOVED ? "" : numbers(run.newLine(), size), "run-numbers"),
                code(signs(run.sort(), size), "run-sign"),
                code(String.join("\n", run.lines()), "run-text"));
        return row;
    }

    private static Pre code(String text, String styleClass) {
        var code = new Pre(text);
        code.addClassName(styleClass);
        if (styleClass.equals("run-numbers")) {
            code.getElement().setAttribute("aria-hidden", "true");
        }
        return code;
    }

    private static String numbers(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
    }

    private static String signs(Sort sort, int count) {
        var sign = sort == Sort.ADDED ? "+" : sort == Sort.REMOVED ? "−" : " ";
        return IntStream.range(0, count).mapToObj(line -> sign).collect(Collectors.joining("\n"));
    }

    /** How many lines came and went. */
    static Span size(UnifiedDiff diff) {
        var added = new Span("+" + diff.added());
        added.addClassName("diff-added");
        var removed = new Span("−" + diff.removed());
        removed.addClassName("diff-removed");
        var size = new Span(added, removed);
        size.addClassName("diff-size");
        return size;
    }
}
