package dev.rushlight.web.queue;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.review.TooManyFilters;
import dev.rushlight.review.UnacceptableFilter;
import java.util.function.Consumer;

/** Under which name to save what is shown. */
final class SaveFilterDialog extends Dialog {

    private final TextField name = new TextField("Name");

    /** Hands the name on; what that throws is said at the field. */
    SaveFilterDialog(Consumer<String> save) {
        setHeaderTitle("Save this view");
        setWidth("24rem");
        name.setId("filter-name");
        name.setHelperText("A filter that has the name already is replaced.");
        name.setWidthFull();
        name.setManualValidation(true);
        name.setAutofocus(true);
        add(name);
        var keep = new Button("Save", click -> save(save));
        keep.setId("keep-filter");
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        keep.addClickShortcut(Key.ENTER).listenOn(this);
        getFooter().add(new Button("Cancel", click -> close()), keep);
    }

    private void save(Consumer<String> save) {
        name.setInvalid(false);
        try {
            save.accept(name.getValue());
            close();
        } catch (UnacceptableFilter | TooManyFilters wrong) {
            name.setErrorMessage(wrong.getMessage());
            name.setInvalid(true);
        }
    }
}
