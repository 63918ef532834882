package dev.rushlight.web.admin;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.rushlight.policy.Policy;
import dev.rushlight.review.PolicySummary;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** What a new policy is called, and which one it begins as. */
final class NewPolicyDialog extends Dialog {

    private static final int LONGEST_ID = 60;

    /** Goes on to the editor. */
    @FunctionalInterface
    interface Begin {
        void policy(String id, String name, String from);
    }

    private final List<PolicySummary> known;
    private final TextField name = new TextField("Name");
    private final TextField id = new TextField("Id");
    private final Select<PolicySummary> from = new Select<>();

    NewPolicyDialog(List<PolicySummary> known, Begin begin) {
        this.known = known;
        setHeaderTitle("New policy");
        setWidth("28rem");
        name.setId("new-name");
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.setMaxLength(100);
        id.setId("new-id");
        id.setHelperText("What submissions call it by; it stays. Left empty: as shown");
        from.setId("new-from");
        from.setLabel("Begins as a copy of");
        from.setItems(known);
        from.setItemLabelGenerator(PolicySummary::name);
        from.setValue(known.get(0));
        from.setWidthFull();
        for (var field : new TextField[] {name, id}) {
            field.setWidthFull();
            field.setManualValidation(true);
        }
        // A placeholder, since a value that comes from here while somebody types ends up among what is typed.
        name.addValueChangeListener(change -> id.setPlaceholder(idOf(change.getValue())));
        var fields = new Div(name, id, from);
        fields.addClassName("form-fields");
        add(fields);
        var go = new Button("Begin", click -> begin(begin));
        go.setId("begin-policy");
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), go);
    }

    private void begin(Begin begin) {
        name.setInvalid(false);
        id.setInvalid(false);
        var chosen = id.isEmpty() ? idOf(name.getValue()) : id.getValue();
        if (name.isEmpty()) {
            complain(name, "A policy has a name");
        } else if (!Policy.isId(chosen)) {
            complain(id, "1 to 60 small letters, digits and hyphens");
        } else if (known.stream().anyMatch(one -> one.id().equals(chosen))) {
            complain(id, "There is a policy of that id");
        } else {
            close();
            begin.policy(chosen, name.getValue().strip(), from.getValue().id());
        }
    }

    private static void complain(TextField field, String about) {
        field.setErrorMessage(about);
        field.setInvalid(true);
    }

    /** Such as "team-then-lead" for "Team, then lead". */
    static String idOf(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        var id = plain.replaceAll("\\p{M}", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
        return id.substring(0, Math.min(LONGEST_ID, id.length())).replaceAll("-$", "");
    }
}
