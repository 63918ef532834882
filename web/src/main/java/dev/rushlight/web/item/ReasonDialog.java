package dev.rushlight.web.item;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.rushlight.review.ReasonMissing;
import dev.rushlight.review.ReasonTooLong;
import java.util.function.Consumer;

/** Asks for the reason of an act that everybody will see, and says what the act does. */
final class ReasonDialog extends Dialog {

    private final TextArea reason = new TextArea("Reason");
    private final boolean isNeeded;

    /**
     * @param isNeeded whether nobody has to accept the act without hearing why
     * @param act gets the reason; what it throws about that is said at the field
     */
    ReasonDialog(String title, String what, String verb, boolean isNeeded, Consumer<String> act) {
        this.isNeeded = isNeeded;
        setHeaderTitle(title);
        setWidth("28rem");
        reason.setId("act-reason");
        reason.setWidthFull();
        reason.setMinRows(3);
        reason.setMaxRows(8);
        reason.setMaxLength(10_000);
        reason.setManualValidation(true);
        reason.setHelperText(isNeeded ? "Everybody who sees the item sees it" : "If there is one");
        reason.setRequiredIndicatorVisible(isNeeded);
        reason.setAutofocus(true);
        var about = new Paragraph(what);
        about.addClassName("dialog-words");
        add(about, reason);
        addClassName("reason-dialog");
        var go = new Button(verb, click -> submit(act));
        go.setId("act-go");
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        go.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).listenOn(this);
        getFooter().add(new Button("Cancel", click -> close()), go);
    }

    /** Puts something to choose above the reason. */
    ReasonDialog choosing(Component choice) {
        addComponentAtIndex(1, choice);
        return this;
    }

    private void submit(Consumer<String> act) {
        if (isNeeded && reason.getValue().isBlank()) {
            complain("Write why: others will ask");
            return;
        }
        try {
            act.accept(reason.getValue());
            close();
        } catch (ReasonMissing | ReasonTooLong wrong) {
            complain(wrong.getMessage());
        }
    }

    private void complain(String about) {
        reason.setErrorMessage(about);
        reason.setInvalid(true);
        reason.focus();
    }
}
