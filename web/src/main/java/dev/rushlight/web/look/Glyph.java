package dev.rushlight.web.look;

import com.vaadin.flow.component.html.Span;

/** One symbol on the page; it stands beside a word, so readers are not told of it. */
public final class Glyph extends Span {

    public Glyph(Symbol symbol) {
        addClassNames(symbol.styleClasses().split(" "));
        getElement().setAttribute("aria-hidden", "true");
    }
}
