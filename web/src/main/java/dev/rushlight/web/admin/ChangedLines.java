package dev.rushlight.web.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Two texts in one: what went is struck out of it, what came is marked. */
final class ChangedLines extends Div {

    ChangedLines(String before, String after) {
        addClassName("changed-lines");
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "region");
        getElement().setAttribute("aria-label", "Changed lines");
        LineChanges.between(before, after).forEach(line -> {
            var row = new Pre();
            row.addClassNames("changed-line", "changed-" + line.side().name().toLowerCase(Locale.ROOT));
            var sign = new Span(
                    switch (line.side()) {
                        case BOTH -> " ";
                        case BEFORE -> "−";
                        case AFTER -> "+";
                    });
            sign.addClassName("changed-sign");
            row.add(sign, new Span(line.text()));
            add(row);
        });
    }
}
