package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datetimepicker.DateTimePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.reviewsession.ReviewSessionChangedMeanwhile;
import dev.rushlight.reviewsession.ReviewSessionPlan;
import dev.rushlight.reviewsession.UnacceptableReviewSession;
import dev.rushlight.web.look.Days;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** What a review session is called and about, and from when until when guests are let in. */
final class PlanDialog extends Dialog {

    private final ZoneId zone;
    private final TextField name = new TextField("Name");
    private final TextField project = new TextField("Project");
    private final TextArea description = new TextArea("What it is about");
    private final DateTimePicker opens = new DateTimePicker("Guests come in from");
    private final DateTimePicker closes = new DateTimePicker("Guests come in until");
    private final Div complaint = new Div();

    private PlanDialog(String title, String verb, ZoneId zone, Consumer<ReviewSessionPlan> save) {
        this.zone = zone;
        setHeaderTitle(title);
        setWidth("32rem");
        name.setId("session-name");
        name.setMaxLength(200);
        name.setWidthFull();
        project.setId("session-project");
        project.setWidthFull();
        description.setId("session-description");
        description.setWidthFull();
        description.setMinRows(2);
        description.setHelperText("Guests read it, too");
        for (var picker : new DateTimePicker[] {opens, closes}) {
            picker.setDatePickerI18n(Days.words());
            picker.setLocale(Locale.UK);
            picker.setWidthFull();
        }
        closes.setHelperText("Both may stay empty. Times are those of your zone, " + zone.getId() + ".");
        complaint.addClassName("form-complaint");
        complaint.getElement().setAttribute("role", "alert");
        complaint.setVisible(false);
        var fields = new Div(name, project, description, opens, closes, complaint);
        fields.addClassName("form-fields");
        add(fields);
        var saving = new Button(verb, click -> save(save));
        saving.setId("save-session");
        saving.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), saving);
    }

    static PlanDialog fresh(ZoneId zone, Consumer<ReviewSessionPlan> create) {
        return new PlanDialog("New review session", "Create", zone, create);
    }

    static PlanDialog of(ReviewSessionPlan plan, ZoneId zone, Consumer<ReviewSessionPlan> change) {
        var dialog = new PlanDialog("Change review session", "Save", zone, change);
        dialog.name.setValue(plan.name());
        dialog.project.setValue(plan.project().orElse(""));
        dialog.description.setValue(plan.description().orElse(""));
        dialog.opens.setValue(dialog.local(plan.opens()));
        dialog.closes.setValue(dialog.local(plan.closes()));
        return dialog;
    }

    private void save(Consumer<ReviewSessionPlan> save) {
        try {
            save.accept(new ReviewSessionPlan(
                    name.getValue(),
                    Optional.of(description.getValue()),
                    Optional.of(project.getValue()),
                    instant(opens),
                    instant(closes)));
            close();
        } catch (UnacceptableReviewSession | ReviewSessionChangedMeanwhile refused) {
            complaint.setText(refused.getMessage());
            complaint.setVisible(true);
        }
    }

    private LocalDateTime local(Optional<Instant> at) {
        return at.map(moment -> LocalDateTime.ofInstant(moment, zone)).orElse(null);
    }

    private Optional<Instant> instant(DateTimePicker picker) {
        return picker.getOptionalValue().map(local -> local.atZone(zone).toInstant());
    }
}
