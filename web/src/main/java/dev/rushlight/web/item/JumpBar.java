package dev.rushlight.web.item;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Nav;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;

/** On a phone the parts of an item's page are below each other; this leads from any of them to any other. */
final class JumpBar extends Nav {

    JumpBar(Component picture, Component decision, Component notes) {
        addClassName("jump-bar");
        getElement().setAttribute("aria-label", "Parts of this page");
        add(
                jump("jump-look", "Look", Symbol.EYE, picture),
                jump("jump-decide", "Decide", Symbol.APPROVE, decision),
                jump("jump-notes", "Notes", Symbol.NOTES, notes));
    }

    private static Button jump(String id, String words, Symbol symbol, Component target) {
        var button = new Button(words, new Glyph(symbol));
        button.setId(id);
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.addClickListener(click -> target.scrollIntoView());
        return button;
    }
}
