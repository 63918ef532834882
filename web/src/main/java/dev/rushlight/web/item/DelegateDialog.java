package dev.rushlight.web.item;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import dev.rushlight.people.DelegationDesk;
import dev.rushlight.people.DelegationSummary;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NoSuchDelegation;
import dev.rushlight.people.UnacceptableDelegation;
import dev.rushlight.web.look.Days;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Who votes for somebody while they are away, and until which day; or that they are back. */
final class DelegateDialog extends Dialog {

    private final DelegationDesk desk;
    private final Identity person;
    private final ZoneId zone;
    private final Runnable done;

    DelegateDialog(DelegationDesk desk, Identity person, Clock clock, ZoneId zone, Runnable done) {
        this.desk = desk;
        this.person = person;
        this.zone = zone;
        this.done = done;
        setHeaderTitle("Let somebody vote for me");
        setWidth("26rem");
        addClassName("reason-dialog");
        desk.delegations(person).stream()
                .filter(known -> known.delegator().id().equals(person.id()))
                .findFirst()
                .ifPresentOrElse(this::showHolding, () -> ask(LocalDate.now(clock.withZone(zone))));
    }

    private void showHolding(DelegationSummary known) {
        var words = words("%s votes for you until %s. Your own votes count first."
                .formatted(
                        known.deputy().displayName(),
                        day(known.until().atZone(zone).toLocalDate())));
        add(words);
        var end = new Button("End it now", click -> end());
        end.setId("delegation-end");
        end.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Leave it", click -> close()), end);
    }

    private void end() {
        try {
            desk.end(person, person.id());
            Toast.show(Symbol.PEOPLE, Tone.GOOD, "Nobody votes for you any more.");
        } catch (NoSuchDelegation over) {
            Toast.show(Symbol.PEOPLE, Tone.QUIET, over.getMessage() + ".");
        }
        finish();
    }

    private void ask(LocalDate today) {
        var deputy = new ComboBox<Identity>("Who");
        deputy.setId("deputy");
        deputy.setWidthFull();
        deputy.setItems(desk.candidates(person));
        deputy.setItemLabelGenerator(Identity::displayName);
        deputy.setRequiredIndicatorVisible(true);
        deputy.setManualValidation(true);
        var until = new DatePicker("Until the end of");
        until.setId("delegation-until");
        until.setI18n(Days.words());
        until.setWidthFull();
        until.setMin(today);
        until.setValue(today.plusWeeks(1));
        until.setManualValidation(true);
        add(words("They vote for you on everything that waits for you. Your own votes count first."), deputy, until);
        var go = new Button("Let them vote", click -> delegate(deputy, until));
        go.setId("delegation-go");
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), go);
    }

    private void delegate(ComboBox<Identity> deputy, DatePicker until) {
        deputy.setInvalid(deputy.isEmpty());
        deputy.setErrorMessage("Choose somebody");
        until.setInvalid(until.isEmpty());
        until.setErrorMessage("Choose a day");
        if (deputy.isEmpty() || until.isEmpty()) {
            return;
        }
        try {
            desk.delegate(
                    person,
                    person.id(),
                    deputy.getValue().id(),
                    until.getValue().plusDays(1).atStartOfDay(zone).toInstant());
            Toast.show(
                    Symbol.PEOPLE,
                    Tone.GOOD,
                    "%s votes for you until %s.".formatted(deputy.getValue().displayName(), day(until.getValue())));
            finish();
        } catch (UnacceptableDelegation wrong) {
            deputy.setErrorMessage(wrong.getMessage());
            deputy.setInvalid(true);
        }
    }

    private void finish() {
        close();
        done.run();
    }

    private static Paragraph words(String text) {
        var words = new Paragraph(text);
        words.addClassName("dialog-words");
        return words;
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.UK));
    }
}
