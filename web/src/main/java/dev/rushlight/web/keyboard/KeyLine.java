package dev.rushlight.web.keyboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import dev.rushlight.keyboard.Chord;
import dev.rushlight.keyboard.KeyAction;
import dev.rushlight.keyboard.Keyboard;
import dev.rushlight.keyboard.UnacceptableKeys;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** One action with its keys: take one away, press one more, or have those of the preset again. */
final class KeyLine extends Div {

    private final KeyAction action;
    private final Consumer<UnaryOperator<Keyboard>> change;
    private final Div chips = new Div();
    private final Div question = new Div();
    private final NativeButton add;
    private final NativeButton reset;

    /** Written by each {@link #show}. */
    private Keyboard keyboard;

    /** Hands each change on; what that throws is said on the line. */
    KeyLine(KeyAction action, Keyboard keyboard, Consumer<UnaryOperator<Keyboard>> change) {
        this.action = action;
        this.keyboard = keyboard;
        this.change = change;
        addClassName("key-line");
        setId("keys-of-" + action.id());
        var words = new Span(action.words());
        words.addClassName("key-line-words");
        chips.addClassName("key-chips");
        question.addClassName("key-question");
        question.getElement().setAttribute("role", "status");
        add = button(Symbol.PLUS, "Add a key for “%s”".formatted(action.words()), this::capture);
        add.addClassName("key-add");
        reset = button(
                Symbol.UNDO,
                "“%s” as in the preset".formatted(action.words()),
                () -> change(keys -> keys.reset(action)));
        reset.addClassName("key-reset");
        add(words, chips, add, reset);
        show(keyboard);
    }

    void show(Keyboard now) {
        keyboard = now;
        ask("");
        chips.removeAll();
        now.chords(action).forEach(chord -> chips.add(chip(chord)));
        reset.setClassName("idle", !now.isOwn(action));
    }

    private Component chip(Chord chord) {
        var away = button(
                Symbol.REJECT,
                "Take %s away from “%s”".formatted(chord, action.words()),
                () -> change(keys -> keys.without(action, chord)));
        var chip = new Span(new KeyChord(chord), away);
        chip.addClassName("key-chip");
        if (!keyboard.working(action).contains(chord)) {
            chip.addClassName("off");
            chip.setTitle("Switched off");
        }
        return chip;
    }

    private void capture() {
        show(keyboard);
        chips.add(new KeyCapture(
                "Press the new key for “%s”, or Escape".formatted(action.words()),
                pressed -> take(pressed.chord()),
                givenUp -> giveUp(givenUp.getSource(), givenUp.escaped())));
    }

    private void giveUp(KeyCapture capture, boolean escaped) {
        chips.remove(capture);
        if (escaped) {
            add.focus();
        }
    }

    private void take(String text) {
        try {
            var chord = Chord.of(text);
            var holder = keyboard.holder(chord).filter(other -> other != action);
            if (holder.isEmpty()) {
                change(keys -> keys.with(action, chord));
                return;
            }
            show(keyboard);
            var yes = answer(
                    "Take it from “%s”".formatted(holder.get().words()),
                    () -> change(keys -> keys.with(action, chord)));
            yes.setId("take-key");
            ask("%s does “%s” now.".formatted(chord, holder.get().words()), yes, answer("Leave it", this::leave));
            yes.focus();
        } catch (UnacceptableKeys wrong) {
            leave();
            ask(wrong.getMessage() + ".");
        }
    }

    private void leave() {
        show(keyboard);
        add.focus();
    }

    private void change(UnaryOperator<Keyboard> wanted) {
        try {
            change.accept(wanted);
            add.focus();
        } catch (UnacceptableKeys wrong) {
            leave();
            ask(wrong.getMessage() + ".");
        }
    }

    private void ask(String words, Component... answers) {
        question.removeAll();
        if (words.isEmpty()) {
            remove(question);
            return;
        }
        question.add(new Span(words));
        question.add(answers);
        add(question);
    }

    private static Button answer(String words, Runnable then) {
        var button = new Button(words, click -> then.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private static NativeButton button(Symbol symbol, String label, Runnable then) {
        var button = new NativeButton();
        button.add(new Glyph(symbol));
        button.getElement().setAttribute("type", "button");
        button.getElement().setAttribute("title", label);
        button.getElement().setAttribute("aria-label", label);
        button.addClickListener(click -> then.run());
        return button;
    }
}
