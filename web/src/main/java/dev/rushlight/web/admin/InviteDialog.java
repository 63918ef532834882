package dev.rushlight.web.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.people.Role;
import dev.rushlight.people.UnacceptableDisplayName;
import dev.rushlight.people.UnacceptableUsername;
import dev.rushlight.people.UsernameTaken;

/** Whom to invite, and as what. */
final class InviteDialog extends Dialog {

    /** Takes the invitation on; what it throws is said at the fields. */
    @FunctionalInterface
    interface Invite {
        void person(String username, String displayName, Role role);
    }

    private final TextField username = new TextField("Username");
    private final TextField displayName = new TextField("Display name");
    private final Select<Role> role = new Select<>();

    InviteDialog(Invite invite) {
        setHeaderTitle("Invite somebody");
        setWidth("28rem");
        username.setId("username");
        username.setHelperText("Lower-case letters, digits and . _ @ -");
        username.setRequiredIndicatorVisible(true);
        displayName.setId("display-name");
        role.setId("role");
        role.setLabel("Role");
        role.setItems(Role.values());
        role.setItemLabelGenerator(RoleWords::of);
        role.setValue(Role.REVIEWER);
        role.setHelperText(RoleWords.explain(Role.REVIEWER));
        role.addValueChangeListener(change -> role.setHelperText(RoleWords.explain(change.getValue())));
        for (var field : new TextField[] {username, displayName}) {
            field.setWidthFull();
            field.setManualValidation(true);
        }
        role.setWidthFull();
        var fields = new Div(username, displayName, role);
        fields.addClassName("form-fields");
        add(fields);
        var send = new Button("Make invitation", click -> send(invite));
        send.setId("send");
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), send);
    }

    private void send(Invite invite) {
        username.setInvalid(false);
        displayName.setInvalid(false);
        try {
            invite.person(username.getValue().strip(), displayName.getValue().strip(), role.getValue());
            close();
        } catch (UnacceptableUsername | UsernameTaken wrong) {
            complain(username, wrong);
        } catch (UnacceptableDisplayName wrong) {
            complain(displayName, wrong);
        }
    }

    private static void complain(TextField field, RuntimeException why) {
        field.setErrorMessage(why.getMessage());
        field.setInvalid(true);
    }
}
