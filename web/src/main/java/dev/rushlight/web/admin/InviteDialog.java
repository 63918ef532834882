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
import java.util.List;

/** Whom to make an account for, and as what. */
final class InviteDialog extends Dialog {

    /** Makes the account; what it throws is said at the fields. */
    @FunctionalInterface
    interface Invite {
        void person(String username, String displayName, Role role);
    }

    private final TextField username = new TextField("Username");
    private final TextField displayName = new TextField("Display name");
    private final Select<Role> role = new Select<>();

    private InviteDialog(String title, String action, List<Role> roles, Invite invite) {
        setHeaderTitle(title);
        setWidth("28rem");
        username.setId("username");
        username.setHelperText("Lower-case letters, digits and . _ @ -");
        username.setRequiredIndicatorVisible(true);
        displayName.setId("display-name");
        role.setId("role");
        role.setLabel("Role");
        role.setItems(roles);
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
        var send = new Button(action, click -> send(invite));
        send.setId("send");
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), send);
    }

    /** For somebody who logs in. */
    static InviteDialog ofPerson(Invite invite) {
        return new InviteDialog("Invite somebody", "Make invitation", List.of(Role.values()), invite);
    }

    /** For a program that acts over a hub: it votes under a label and never administers. */
    static InviteDialog ofBot(Invite make) {
        var dialog = new InviteDialog("Add a bot", "Add bot", List.of(Role.VIEWER, Role.REVIEWER, Role.LEAD), make);
        var about = new Div(
                "A program that acts over a hub and never logs in. Give it a hub key under the same name, or map"
                        + " its hub user to it in the connection's rules; its votes bear a label that policies can require.");
        about.addClassName("soft");
        dialog.addComponentAsFirst(about);
        return dialog;
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
