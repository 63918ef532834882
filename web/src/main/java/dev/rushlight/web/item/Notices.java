package dev.rushlight.web.item;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.rushlight.web.look.Banner;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;

/** What happened to the item while somebody was looking: the latest of it, until they go on. */
final class Notices extends Div {

    Notices() {
        addClassName("banners");
    }

    void say(Symbol symbol, Tone tone, String text, Component... actions) {
        removeAll();
        add(new Banner(symbol, tone, text, actions));
    }

    boolean isEmpty() {
        return getComponentCount() == 0;
    }

    void clear() {
        removeAll();
    }
}
