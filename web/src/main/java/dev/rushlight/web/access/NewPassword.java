package dev.rushlight.web.access;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.Optional;

/** A password to choose, typed twice, with what is wrong said at the field. */
final class NewPassword extends Composite<Div> {

    private static final int SHORTEST = 12;

    private final PasswordField password = field("Password", "password");
    private final PasswordField again = field("Password again", "password-again");

    NewPassword() {
        password.setHelperText("At least %d characters; a few words make a good one".formatted(SHORTEST));
        getContent().addClassName("form-fields");
        getContent().add(password, again);
    }

    /** The password, if both entries can be taken; otherwise the fields say why not. */
    Optional<String> chosen() {
        var first = password.getValue();
        var tooShort = first.codePointCount(0, first.length()) < SHORTEST;
        var different = !tooShort && !first.equals(again.getValue());
        complain(password, tooShort, "Use at least %d characters".formatted(SHORTEST));
        complain(again, different, "This is not the same password");
        return tooShort || different ? Optional.empty() : Optional.of(first);
    }

    void refuse(String why) {
        complain(password, true, why);
    }

    private static void complain(PasswordField field, boolean wrong, String why) {
        field.setErrorMessage(wrong ? why : "");
        field.setInvalid(wrong);
    }

    private static PasswordField field(String label, String id) {
        var field = new PasswordField(label);
        field.setId(id);
        field.setWidthFull();
        field.setRequiredIndicatorVisible(true);
        field.setManualValidation(true);
        field.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        field.getElement().setAttribute("autocomplete", "new-password");
        return field;
    }
}
