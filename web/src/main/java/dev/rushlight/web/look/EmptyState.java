package dev.rushlight.web.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** What a page says when there is nothing to show: that, and the next step. */
public final class EmptyState extends Div {

    public EmptyState(Symbol symbol, String title, String text, Component... nextSteps) {
        addClassName("empty-state");
        var glyph = new Glyph(symbol);
        glyph.addClassName("empty-state-symbol");
        add(glyph, new H2(title), new Paragraph(text));
        add(nextSteps);
    }
}
