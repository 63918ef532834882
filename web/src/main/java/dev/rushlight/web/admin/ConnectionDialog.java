package dev.rushlight.web.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.connection.ConnectionForm;
import dev.rushlight.connection.ConnectionNameTaken;
import dev.rushlight.connection.ConnectionSummary;
import dev.rushlight.connection.UnacceptableConnection;
import dev.rushlight.web.look.WebAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Where an administrator types a connection, tries it and saves it; a stored key never comes back into it. */
final class ConnectionDialog extends Dialog {

    private final Optional<ConnectionSummary> known;
    private final Consumer<ConnectionForm> save;
    private final TextField name = new TextField("Name");
    private final TextField server = new TextField("Server URL");
    private final TextField user = new TextField("API user");
    private final PasswordField key = new PasswordField("API key");
    private final Checkbox enabled = new Checkbox("Connect automatically", true);
    private final Div complaint = new Div();
    private final ProbeResult result = new ProbeResult();

    ConnectionDialog(
            Optional<ConnectionSummary> known,
            Consumer<ConnectionForm> save,
            BiConsumer<ConnectionForm, ProbeResult> probe) {
        this.known = known;
        this.save = save;
        setHeaderTitle(known.map(connection -> "Edit " + connection.name()).orElse("Add a connection"));
        addClassName("connection-dialog");
        setWidth("32rem");
        prepare();
        var fields = new Div(name, server, user, key, enabled, complaint, result);
        fields.addClassName("form-fields");
        add(fields);
        var test = new Button("Test", click -> form().ifPresent(form -> probe.accept(form, result)));
        test.setId("test");
        var cancel = new Button("Cancel", click -> close());
        var saving = new Button("Save", click -> form().ifPresent(this::trySaving));
        saving.setId("save");
        saving.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var gap = new Div();
        gap.addClassName("gap");
        getFooter().add(test, gap, cancel, saving);
    }

    private void prepare() {
        name.setId("name");
        name.setHelperText("What people see, such as Studio A");
        server.setId("server");
        server.setPlaceholder("https://studio.ftrackapp.com");
        user.setId("user");
        key.setId("key");
        key.getElement().setAttribute("autocomplete", "off");
        enabled.setId("enabled");
        complaint.addClassName("form-complaint");
        complaint.getElement().setAttribute("role", "alert");
        complaint.setVisible(false);
        for (var field : new TextField[] {name, server, user}) {
            field.setWidthFull();
            field.setManualValidation(true);
            field.setRequiredIndicatorVisible(true);
        }
        key.setWidthFull();
        key.setManualValidation(true);
        known.ifPresentOrElse(this::fill, () -> key.setRequiredIndicatorVisible(true));
    }

    private void fill(ConnectionSummary connection) {
        name.setValue(connection.name());
        server.setValue(connection.server().map(URI::toString).orElse(""));
        user.setValue(connection.user().orElse(""));
        enabled.setValue(connection.enabled());
        if (connection.keySet()) {
            key.setPlaceholder("set · type to replace");
            key.setHelperText("The stored key stays unless you type a new one");
        }
    }

    /** What was typed, if it can be tried; otherwise the fields say what is missing. */
    private Optional<ConnectionForm> form() {
        complaint.setVisible(false);
        var address = address();
        var needsKey = known.filter(ConnectionSummary::keySet).isEmpty();
        var complete = complain(name, name.isEmpty(), "Give it a name")
                & complain(server, address.isEmpty(), "An address that begins with http:// or https://")
                & complain(user, user.isEmpty(), "The API user that this server speaks as");
        key.setErrorMessage("The API key of that user");
        key.setInvalid(needsKey && key.isEmpty());
        if (!complete || key.isInvalid()) {
            return Optional.empty();
        }
        return Optional.of(new ConnectionForm(
                known.map(ConnectionSummary::id),
                name.getValue().strip(),
                address.orElseThrow(),
                user.getValue().strip(),
                Optional.of(key.getValue().strip()).filter(typed -> !typed.isEmpty()),
                enabled.getValue()));
    }

    private void trySaving(ConnectionForm form) {
        try {
            save.accept(form);
            close();
        } catch (ConnectionNameTaken taken) {
            complain(name, true, taken.getMessage());
        } catch (UnacceptableConnection unacceptable) {
            complaint.setText(unacceptable.getMessage());
            complaint.setVisible(true);
        }
    }

    private Optional<URI> address() {
        try {
            return Optional.of(new URI(server.getValue().strip()))
                    .filter(address -> WebAddress.of(address).isPresent());
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static boolean complain(TextField field, boolean wrong, String why) {
        field.setErrorMessage(wrong ? why : "");
        field.setInvalid(wrong);
        return !wrong;
    }
}
