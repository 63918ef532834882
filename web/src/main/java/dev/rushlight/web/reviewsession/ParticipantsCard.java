package dev.rushlight.web.reviewsession;

import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.reviewsession.Participant;
import dev.rushlight.web.look.Glyph;
import dev.rushlight.web.look.Initials;
import dev.rushlight.web.look.Symbol;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who of the studio takes part; leads ask others in, and let them go. */
final class ParticipantsCard extends Section {

    private final Consumer<PersonId> welcome;
    private final Consumer<PersonId> dismiss;
    private final UnorderedList list = new UnorderedList();
    private final ComboBox<Identity> asking = new ComboBox<>();
    private Optional<Shown> shown = Optional.empty();

    private record Shown(List<Participant> participants, List<Identity> others) {}

    ParticipantsCard(Consumer<PersonId> welcome, Consumer<PersonId> dismiss) {
        this.welcome = welcome;
        this.dismiss = dismiss;
        setId("participants");
        addClassNames("panel", "session-card");
        list.addClassName("participants");
        asking.setId("welcome");
        asking.setAriaLabel("Add somebody");
        asking.setPlaceholder("Add somebody");
        asking.setWidthFull();
        asking.setItemLabelGenerator(Identity::displayName);
        asking.addValueChangeListener(change -> asking.getOptionalValue().ifPresent(person -> {
            asking.clear();
            welcome.accept(person.id());
        }));
        add(new H2("Participants"), list, asking);
    }

    /**
     * Leaves whoever is choosing alone as long as nothing differs.
     *
     * @param others who could be asked in; nobody if that is not for the viewer to do
     */
    void show(List<Participant> participants, List<Identity> others) {
        var next = new Shown(participants, others);
        if (shown.filter(next::equals).isPresent()) {
            return;
        }
        shown = Optional.of(next);
        list.removeAll();
        participants.forEach(one -> list.add(line(one, !others.isEmpty())));
        asking.setVisible(!others.isEmpty());
        asking.setItems(others.stream()
                .filter(person -> participants.stream().noneMatch(in -> in.id().equals(person.id())))
                .toList());
    }

    private ListItem line(Participant one, boolean removable) {
        var avatar = new Avatar(one.displayName());
        avatar.setAbbreviation(Initials.of(one.displayName()));
        avatar.getElement().setAttribute("aria-hidden", "true").setAttribute("tabindex", "-1");
        var line = new ListItem(avatar, new Span(one.displayName()));
        if (removable) {
            var out = new Button(new Glyph(Symbol.REJECT), click -> dismiss.accept(one.id()));
            out.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON, ButtonVariant.LUMO_SMALL);
            out.setAriaLabel("Let %s go".formatted(one.displayName()));
            line.add(out);
        }
        return line;
    }
}
