package dev.rushlight.web.look;

import com.vaadin.flow.component.html.Span;

/** A state at a glance: symbol, word and colour. */
public final class Badge extends Span {

    public Badge(Appearance appearance) {
        addClassName("badge");
        show(appearance);
    }

    public void show(Appearance appearance) {
        removeAll();
        for (var tone : Tone.values()) {
            removeClassName(tone.styleClass());
        }
        addClassName(appearance.tone().styleClass());
        add(new Glyph(appearance.symbol()), new Span(appearance.word()));
    }
}
