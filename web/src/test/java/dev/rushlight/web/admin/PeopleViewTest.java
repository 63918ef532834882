package dev.rushlight.web.admin;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.pro.ConfirmDialogKt;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.installation.DatabaseSettings;
import dev.rushlight.installation.Installation;
import dev.rushlight.people.PersonState;
import dev.rushlight.people.Role;
import dev.rushlight.web.look.CopyText;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.Frame;
import dev.rushlight.web.testing.MemoryPeople;
import dev.rushlight.web.testing.Somebody;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeopleViewTest {

    private static final Installation INSTALLATION = new Installation(
            Path.of("data"),
            "127.0.0.1",
            8080,
            URI.create("http://rush.example/"),
            new DatabaseSettings("jdbc:h2:mem:x", "u", "p"),
            Duration.ofSeconds(10));

    private final Browser browser = new Browser();
    private final MemoryPeople people =
            new MemoryPeople().with(Somebody.person("maria", Role.ADMIN)).with(Somebody.person("tom", Role.REVIEWER));

    @BeforeEach
    void open() {
        var somebody = Somebody.as(Role.ADMIN);
        Frame.around(browser, somebody)
                .with(PeopleView.class, () -> new PeopleView(people, somebody, INSTALLATION))
                .open();
        browser.go("admin/people");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void anInvitationShowsItsLinkOnce() {
        click("invite");
        _setValue(_get(TextField.class, spec -> spec.withId("username")), "aiko");
        click("send");
        assertThat(_get(CopyText.class).text()).isEqualTo("http://rush.example/invite/token-0");
        assertThat(line("aiko")).isNotNull();
    }

    @Test
    void aDeactivatedPersonCanComeBack() {
        _click(button("tom", "Deactivate"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(state("tom")).isEqualTo(PersonState.DEACTIVATED);
        _click(button("tom", "Reactivate"));
        assertThat(state("tom")).isEqualTo(PersonState.ACTIVE);
    }

    @Test
    void theLastAdministratorStays() {
        _click(button("maria", "Deactivate"));
        ConfirmDialogKt._fireConfirm(_get(ConfirmDialog.class));
        assertThat(state("maria")).isEqualTo(PersonState.ACTIVE);
        assertThat(_get(Notification.class).getElement().getTextRecursively()).contains("only active administrator");
    }

    @Test
    void aBotHasNoPasswordAndCannotAdminister() {
        click("add-bot");
        _setValue(_get(TextField.class, spec -> spec.withId("username")), "q c");
        click("send");
        assertThat(_get(TextField.class, spec -> spec.withId("username")).getErrorMessage())
                .isEqualTo("A username has no spaces");
        _setValue(_get(TextField.class, spec -> spec.withId("username")), "qc");
        _setValue(_get(TextField.class, spec -> spec.withId("display-name")), "Quality check");
        click("send");

        assertThat(line("qc").getElement().getTextRecursively()).contains("Quality check", "bot, acts over hubs");
        assertThat(_find(line("qc"), Button.class))
                .extracting(Button::getText)
                .containsExactly("Functions", "Deactivate");
        Select<?> role = _get(line("qc"), Select.class);
        assertThat(role.getListDataView().getItems().map(Object::toString)).doesNotContain("ADMIN");
    }

    @Test
    void functionsAreAssignedAllAtOnce() {
        _click(button("tom", "Functions"));
        _setValue(_get(TextField.class, spec -> spec.withId("functions")), " producer,, vfx_supervisor ");
        click("save-functions");

        assertThat(line("tom").getElement().getTextRecursively()).contains("· producer, vfx_supervisor");
        _click(button("tom", "Functions"));
        assertThat(_get(TextField.class, spec -> spec.withId("functions")).getValue())
                .isEqualTo("producer, vfx_supervisor");
    }

    @Test
    void aForgottenPasswordIsSetByANewLink() {
        _click(button("tom", "Password link"));
        assertThat(_get(CopyText.class).text()).startsWith("http://rush.example/invite/");
    }

    private PersonState state(String username) {
        return people.people(Somebody.person("maria", Role.ADMIN)).stream()
                .filter(person -> person.username().equals(username))
                .findFirst()
                .orElseThrow()
                .state();
    }

    private static Component line(String username) {
        return _get(ListItem.class, spec -> spec.withId("person-" + username));
    }

    private static Button button(String username, String words) {
        return _get(line(username), Button.class, spec -> spec.withText(words));
    }

    private static void click(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }
}
