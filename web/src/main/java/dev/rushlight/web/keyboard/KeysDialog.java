package dev.rushlight.web.keyboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.select.Select;
import dev.rushlight.keyboard.KeyAction;
import dev.rushlight.keyboard.KeyGroup;
import dev.rushlight.keyboard.KeyPreset;
import dev.rushlight.keyboard.Keyboard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Where somebody changes their keys; each change holds at once. */
final class KeysDialog extends Dialog {

    private final Function<UnaryOperator<Keyboard>, Keyboard> keep;
    private final Select<KeyPreset> preset = new Select<>();
    private final Checkbox typed = new Checkbox("Letters, digits and signs are keys");
    private final List<KeyLine> lines = new ArrayList<>();

    /** Hands each change on, and shows what came of it. */
    KeysDialog(Keyboard keyboard, Function<UnaryOperator<Keyboard>, Keyboard> keep) {
        this.keep = keep;
        setHeaderTitle("Keys");
        setWidth("38rem");
        setId("keys-dialog");
        preset.setId("keys-preset");
        preset.setLabel("Preset");
        preset.setItems(KeyPreset.values());
        preset.setItemLabelGenerator(KeyPreset::words);
        preset.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                change(keys -> keys.on(chosen.getValue()));
            }
        });
        typed.setId("keys-typed");
        typed.setHelperText("Switch them off if you speak to your computer, or press them by mistake.");
        typed.addValueChangeListener(chosen -> {
            if (chosen.isFromClient()) {
                change(keys -> keys.typed(chosen.getValue()));
            }
        });
        var top = new Div(preset, typed);
        top.addClassName("keys-top");
        add(top);
        for (var group : KeyGroup.values()) {
            add(lines(group, keyboard));
        }
        var reset = new Button("Reset all", click -> change(Keyboard::reset));
        reset.setId("keys-reset");
        reset.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var close = new Button("Close", click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(reset, close);
        show(keyboard);
    }

    private Component lines(KeyGroup group, Keyboard keyboard) {
        var section = new Div(new H3(group.words()));
        section.addClassName("keys-group");
        for (var action : KeyAction.values()) {
            if (action.group() == group) {
                var line = new KeyLine(action, keyboard, this::change);
                lines.add(line);
                section.add(line);
            }
        }
        return section;
    }

    private void change(UnaryOperator<Keyboard> wanted) {
        show(keep.apply(wanted));
    }

    private void show(Keyboard keyboard) {
        preset.setValue(keyboard.preset());
        typed.setValue(keyboard.typed());
        lines.forEach(line -> line.show(keyboard));
    }
}
