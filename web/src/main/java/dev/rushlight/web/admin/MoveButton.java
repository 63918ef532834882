package dev.rushlight.web.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;

/** A small button that moves a part of a list, or takes it out. */
final class MoveButton extends Button {

    MoveButton(String words, Symbol symbol, Runnable move) {
        super(new Glyph(symbol), click -> move.run());
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
        setAriaLabel(words);
        setTooltipText(words);
    }
}
