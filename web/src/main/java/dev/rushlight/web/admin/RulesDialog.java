package dev.rushlight.web.admin;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.connection.ActsBy;
import dev.rushlight.connection.ConnectionRules;
import dev.rushlight.connection.ConnectionSummary;
import dev.rushlight.connection.Hears;
import dev.rushlight.connection.UnacceptableConnection;
import dev.rushlight.connection.Visibility;
import dev.rushlight.people.NoSuchPerson;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonSummary;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** What goes out to a hub, who may act through it, and who its users are here. Who is who is saved at once. */
final class RulesDialog extends Dialog {

    /** What the dialog asks for. */
    interface Mapping {
        Map<String, PersonId> mapped();

        void map(String hubUser, PersonId person);

        void unmap(String hubUser);
    }

    private final Mapping mapping;
    private final List<PersonSummary> people;
    private final Select<Hears> hears = new Select<>();
    private final Select<Visibility> visibility = new Select<>();
    private final Select<ActsBy> acts = new Select<>();
    private final Div who = new Div();
    private final Div mapped = new Div();
    private final TextField hubUser = new TextField("User of the hub");
    private final ComboBox<PersonSummary> person = new ComboBox<>("Person here");

    /** @param people those who can act over a hub */
    RulesDialog(
            ConnectionSummary connection, List<PersonSummary> people, Mapping mapping, Consumer<ConnectionRules> save) {
        this.mapping = mapping;
        this.people = people;
        setHeaderTitle("Rules of " + connection.name());
        addClassName("connection-dialog");
        setWidth("36rem");
        prepare(hears, "hears", "Tells of", Hears.values(), RulesDialog::words);
        hears.setHelperText("Of which review items this hub hears; through it, only those can be acted upon");
        prepare(visibility, "visibility", "Who listens there", Visibility.values(), RulesDialog::words);
        visibility.setHelperText(
                "Where clients listen, notes for the team stay here, and what is written there is for clients");
        prepare(acts, "acts", "Acts over the hub", ActsBy.values(), RulesDialog::words);
        acts.setHelperText(
                "Allow it only on a hub that vouches for who sent an event, as ftrack and the hub in this server do");
        hears.setValue(connection.rules().hears());
        visibility.setValue(connection.rules().visibility());
        acts.setValue(connection.rules().acts());
        acts.addValueChangeListener(change -> showWho());
        who.add(new H3("Who is who"), explanation(), mapped, adding());
        who.addClassName("form-fields");
        var fields = new Div(hears, visibility, acts, who);
        fields.addClassName("form-fields");
        add(fields);
        var saving = new Button("Save", click -> {
            save.accept(new ConnectionRules(hears.getValue(), visibility.getValue(), acts.getValue()));
            close();
        });
        saving.setId("save-rules");
        saving.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button("Cancel", click -> close()), saving);
        showWho();
        showMapped();
    }

    static String words(Hears hears) {
        return switch (hears) {
            case OWN -> "Items that came through it";
            case EVERYTHING -> "All items";
        };
    }

    static String words(Visibility visibility) {
        return switch (visibility) {
            case TEAM -> "The studio alone";
            case CLIENT -> "Clients, too";
        };
    }

    static String words(ActsBy acts) {
        return switch (acts) {
            case OFF -> "Not accepted";
            case MAPPED -> "Accepted from the users named below";
            case SAME_NAMES -> "Accepted from users called as a person here";
        };
    }

    private static <T> void prepare(Select<T> select, String id, String label, T[] values, Function<T, String> words) {
        select.setId(id);
        select.setLabel(label);
        select.setItems(values);
        select.setItemLabelGenerator(words::apply);
        select.setWidthFull();
    }

    private static Component explanation() {
        var text = new Span("Votes, comments and withdrawals of a hub user count as those of the person here, with that"
                + " person's rights. Saved at once.");
        text.addClassName("soft");
        return text;
    }

    private Component adding() {
        hubUser.setId("hub-user");
        hubUser.setManualValidation(true);
        person.setId("person");
        person.setItems(people);
        person.setItemLabelGenerator(RulesDialog::name);
        person.setManualValidation(true);
        var add = new Button("Add", click -> map());
        add.setId("map");
        var row = new Div(hubUser, person, add);
        row.addClassName("mapping");
        return row;
    }

    private void map() {
        hubUser.setErrorMessage("As the hub calls the user");
        hubUser.setInvalid(hubUser.getValue().isBlank());
        person.setErrorMessage("Who that is here");
        person.setInvalid(person.isEmpty());
        if (hubUser.isInvalid() || person.isInvalid()) {
            return;
        }
        try {
            mapping.map(hubUser.getValue().strip(), person.getValue().id());
            hubUser.clear();
            person.clear();
            showMapped();
        } catch (UnacceptableConnection | NoSuchPerson unacceptable) {
            hubUser.setErrorMessage(unacceptable.getMessage());
            hubUser.setInvalid(true);
        }
    }

    private void showWho() {
        who.setVisible(acts.getValue() != ActsBy.OFF);
    }

    private void showMapped() {
        mapped.removeAll();
        new TreeMap<>(mapping.mapped()).forEach((user, known) -> {
            var remove = new Button("Remove", click -> {
                mapping.unmap(user);
                showMapped();
            });
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
            remove.setAriaLabel("Remove " + user);
            var row = new Div(new Span(user), new Span("is " + name(known)), remove);
            row.addClassName("mapped");
            mapped.add(row);
        });
    }

    private String name(PersonId id) {
        return people.stream()
                .filter(known -> known.id().equals(id))
                .findFirst()
                .map(RulesDialog::name)
                .orElse("nobody any more");
    }

    private static String name(PersonSummary person) {
        return "%s (%s)".formatted(person.displayName(), person.username());
    }
}
