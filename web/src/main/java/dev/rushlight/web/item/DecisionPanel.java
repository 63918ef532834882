package dev.rushlight.web.item;

import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.shared.Registration;
import dev.rushlight.policy.Choice;
import dev.rushlight.web.look.Appearance;
import dev.rushlight.web.look.Glyph;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The five votes and the reason; it keeps what was typed until a vote with it was taken. */
final class DecisionPanel extends Section {

    private static final int LONGEST_REASON = 10_000;

    private final TextArea reason = new TextArea("Reason");
    private final Map<Choice, Button> buttons = new EnumMap<>(Choice.class);
    private final Paragraph why = new Paragraph();

    DecisionPanel() {
        addClassNames("panel", "decision-panel");
        reason.setId("reason");
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setMaxRows(10);
        reason.setMaxLength(LONGEST_REASON);
        reason.setManualValidation(true);
        reason.setPlaceholder("What should change, and where");
        reason.setHelperText("Needed for everything but Approve and Abstain");
        reason.setValueChangeMode(ValueChangeMode.LAZY);
        reason.addValueChangeListener(change -> reason.setInvalid(false));
        why.addClassName("decision-why");
        why.setVisible(false);
        var row = new Div();
        row.addClassName("votes");
        for (var choice : Choice.values()) {
            var button = button(choice);
            buttons.put(choice, button);
            row.add(button);
        }
        add(new H2("Your decision"), why, reason, row);
    }

    Registration addVoteListener(ComponentEventListener<VoteCast> listener) {
        return addListener(VoteCast.class, listener);
    }

    void open() {
        allow(true, "");
    }

    /** Takes no votes, and says why. */
    void close(String because) {
        allow(false, because);
    }

    /** The choice that is in force for this person, so that the button shows it. */
    void mark(Optional<Choice> inForce) {
        buttons.forEach((choice, button) -> {
            var own = inForce.filter(choice::equals).isPresent();
            button.getElement().setAttribute("aria-pressed", Boolean.toString(own));
            button.setClassName("own", own);
        });
    }

    void complain(String about) {
        reason.setErrorMessage(about);
        reason.setInvalid(true);
        reason.focus();
    }

    String typed() {
        return reason.getValue();
    }

    void type(String text) {
        reason.setValue(text);
    }

    private void allow(boolean voting, String because) {
        why.setText(because);
        why.setVisible(!because.isEmpty());
        buttons.values().forEach(button -> button.setEnabled(voting));
        reason.setVisible(voting || !reason.isEmpty());
        reason.setReadOnly(!voting);
    }

    private Button button(Choice choice) {
        var appearance = Appearance.of(choice);
        var button = new Button(appearance.word(), new Glyph(appearance.symbol()));
        button.setId("vote-" + choice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        button.addClassNames("vote", appearance.tone().styleClass());
        button.addClickListener(click -> cast(choice));
        return button;
    }

    private void cast(Choice choice) {
        if (choice.needsReason() && reason.getValue().isBlank()) {
            complain("%s needs a reason: write what and where"
                    .formatted(Appearance.of(choice).word()));
            return;
        }
        fireEvent(new VoteCast(this, choice, reason.getValue().strip()));
    }
}
