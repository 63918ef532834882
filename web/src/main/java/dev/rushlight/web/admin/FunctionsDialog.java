package dev.rushlight.web.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.people.PersonSummary;
import dev.rushlight.people.UnacceptableFunction;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What somebody is in production; policies can ask for it. */
final class FunctionsDialog extends Dialog {

    private final TextField functions = new TextField("Functions");

    FunctionsDialog(PersonSummary person, Consumer<List<String>> assign) {
        setHeaderTitle("Functions of " + person.displayName());
        setWidth("28rem");
        functions.setId("functions");
        functions.setWidthFull();
        functions.setManualValidation(true);
        functions.setHelperText("Such as vfx_supervisor, producer: separated by commas. Policies can ask for them.");
        functions.setValue(
                String.join(", ", person.functions().stream().sorted().toList()));
        add(functions);
        var save = new Button("Save", click -> save(assign));
        save.setId("save-functions");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), save);
    }

    private void save(Consumer<List<String>> assign) {
        try {
            assign.accept(Arrays.stream(functions.getValue().split(","))
                    .map(String::strip)
                    .filter(typed -> !typed.isEmpty())
                    .toList());
            close();
        } catch (UnacceptableFunction wrong) {
            functions.setErrorMessage(wrong.getMessage());
            functions.setInvalid(true);
        }
    }
}
