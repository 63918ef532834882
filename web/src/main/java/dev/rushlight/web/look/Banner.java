package dev.rushlight.web.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Something that a person must not miss on this page; screen readers read it at once. */
public final class Banner extends Div {

    public Banner(Symbol symbol, Tone tone, String text, Component... actions) {
        addClassNames("banner", tone.styleClass());
        getElement().setAttribute("role", "status");
        var words = new Span(text);
        words.addClassName("banner-text");
        add(new Glyph(symbol), words);
        add(actions);
    }
}
