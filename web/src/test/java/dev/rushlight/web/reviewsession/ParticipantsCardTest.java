package dev.rushlight.web.reviewsession;

import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.ListItem;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.Role;
import dev.rushlight.reviewsession.Participant;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.Somebody;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ParticipantsCardTest {

    private static final Identity RITA = Somebody.person("rita", Role.REVIEWER);
    private static final Identity TOM = Somebody.person("tom", Role.LEAD);

    private final Browser browser = new Browser();
    private final List<PersonId> welcomed = new ArrayList<>();
    private final ParticipantsCard card = new ParticipantsCard(welcomed::add, person -> {});

    @BeforeEach
    void open() {
        browser.open();
        UI.getCurrent().add(card);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void oneAfterTheOtherIsAddedInTheSameField() {
        card.show(List.of(), List.of(RITA, TOM));
        var asking = asking();
        asking.setValue(RITA);
        assertThat(welcomed).containsExactly(RITA.id());
        assertThat(asking.isEmpty()).isTrue();

        card.show(List.of(participant(RITA)), List.of(RITA, TOM));
        assertThat(asking()).isSameAs(asking);
        assertThat(asking.getListDataView().getItems()).containsExactly(TOM);
        assertThat(_find(ListItem.class)).hasSize(1);
    }

    @Test
    void whoMayAskNobodyInHasNoField() {
        card.show(List.of(participant(RITA)), List.of());
        assertThat(_find(ComboBox.class)).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static ComboBox<Identity> asking() {
        return (ComboBox<Identity>) _get(Component.class, spec -> spec.withId("welcome"));
    }

    private static Participant participant(Identity person) {
        return new Participant(person.id(), person.username(), person.displayName());
    }
}
