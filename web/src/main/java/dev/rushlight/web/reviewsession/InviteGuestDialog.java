package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.reviewsession.GuestForm;
import dev.rushlight.reviewsession.GuestRight;
import dev.rushlight.reviewsession.ReviewSessionClosed;
import dev.rushlight.reviewsession.ReviewSessionFull;
import dev.rushlight.reviewsession.UnacceptableGuest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Whom to make a guest link for, what they may do and for how long. */
final class InviteGuestDialog extends Dialog {

    private final Clock clock;
    private final TextField name = new TextField("Name");
    private final TextField email = new TextField("E-mail");
    private final Select<GuestRight> right = new Select<>();
    private final Select<Integer> days = new Select<>();
    private final PasswordField passphrase = new PasswordField("Passphrase");
    private final Div complaint = new Div();

    InviteGuestDialog(Clock clock, Consumer<GuestForm> invite) {
        this.clock = clock;
        setHeaderTitle("Invite a guest");
        setWidth("28rem");
        name.setId("guest-name");
        name.setHelperText("As it stands beside what they say");
        email.setId("guest-email");
        email.setHelperText("Only to remember whom the link is for; nothing is sent");
        right.setId("guest-right");
        right.setLabel("May");
        right.setItems(GuestRight.values());
        right.setItemLabelGenerator(RightWords::of);
        right.setValue(GuestRight.COMMENT);
        days.setId("guest-days");
        days.setLabel("Good for");
        days.setItems(1, 3, 7, 14, 30);
        days.setItemLabelGenerator(number -> number == 1 ? "1 day" : number + " days");
        days.setValue(7);
        passphrase.setId("guest-passphrase");
        passphrase.setHelperText("At least 8 characters, told on another way; may be empty");
        passphrase.getElement().setAttribute("autocomplete", "new-password");
        complaint.addClassName("form-complaint");
        complaint.getElement().setAttribute("role", "alert");
        complaint.setVisible(false);
        name.setWidthFull();
        email.setWidthFull();
        right.setWidthFull();
        days.setWidthFull();
        passphrase.setWidthFull();
        var fields = new Div(name, email, right, days, passphrase, complaint);
        fields.addClassName("form-fields");
        add(fields);
        var make = new Button("Make link", click -> make(invite));
        make.setId("make-link");
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), make);
    }

    private void make(Consumer<GuestForm> invite) {
        try {
            var expires = clock.instant().plus(Duration.ofDays(days.getValue()));
            var form = GuestForm.client(name.getValue(), right.getValue(), expires);
            var addressed = typed(email.getValue()).map(form::withEmail).orElse(form);
            invite.accept(
                    typed(passphrase.getValue()).map(addressed::withPassphrase).orElse(addressed));
            close();
        } catch (UnacceptableGuest | ReviewSessionClosed | ReviewSessionFull refused) {
            complaint.setText(refused.getMessage());
            complaint.setVisible(true);
        }
    }

    private static Optional<String> typed(String text) {
        return Optional.of(text).filter(there -> !there.isEmpty());
    }
}
