package dev.rushlight.web.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Tone;
import java.util.Optional;
import java.util.function.Consumer;

/** The text of a policy, with what is wrong with it and a way to the line that it is about. */
final class PolicyTextField extends Div {

    private static final int PAUSE_IN_TYPING = 500;

    private final TextArea text = new TextArea();
    private final Span words = new Span();
    private final Button go = new Button();
    private final Div trouble = new Div();
    private Optional<Integer> line = Optional.empty();

    PolicyTextField(Consumer<String> typed) {
        addClassName("policy-text");
        text.setId("policy-json");
        text.setAriaLabel("Policy as JSON text");
        text.setWidthFull();
        text.setMinRows(14);
        text.setManualValidation(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(PAUSE_IN_TYPING);
        text.getElement().setAttribute("spellcheck", "false");
        text.addValueChangeListener(change -> typed.accept(change.getValue()));
        go.setId("go-to-line");
        go.addThemeVariants(ButtonVariant.LUMO_SMALL);
        go.addClickListener(click -> line.ifPresent(this::select));
        trouble.addClassNames("text-trouble", Tone.BAD.styleClass());
        trouble.getElement().setAttribute("role", "status");
        trouble.add(new Glyph(Symbol.WARNING), words, go);
        trouble.setVisible(false);
        add(text, trouble);
    }

    void show(String json) {
        if (!text.getValue().equals(json)) {
            text.setValue(json);
        }
    }

    void complain(String complaint) {
        line = PlaceInText.line(text.getValue(), complaint);
        words.setText(complaint);
        go.setText(line.map("Go to line %d"::formatted).orElse(""));
        go.setVisible(line.isPresent());
        trouble.setVisible(true);
        text.setInvalid(true);
    }

    void calm() {
        trouble.setVisible(false);
        text.setInvalid(false);
    }

    private void select(int wanted) {
        var lines = text.getValue().split("\n", -1);
        var start = 0;
        for (var before = 0; before < wanted - 1 && before < lines.length; before++) {
            start += lines[before].length() + 1;
        }
        var end = start + lines[Math.min(wanted, lines.length) - 1].length();
        text.getElement().executeJs("this.focus(); this.inputElement.setSelectionRange($0, $1)", start, end);
    }
}
