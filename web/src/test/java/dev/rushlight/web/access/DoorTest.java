package dev.rushlight.web.access;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.login.AbstractLogin.LoginEvent;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.rushlight.people.Role;
import dev.rushlight.web.testing.Browser;
import dev.rushlight.web.testing.MemoryPeople;
import dev.rushlight.web.testing.Somebody;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorTest {

    private final Browser browser = new Browser();
    private final MemoryPeople people = new MemoryPeople();
    private final SetUpLink link = new SetUpLink(people);
    private final String setUp = link.on(URI.create("http://127.0.0.1:8080/"))
            .orElseThrow()
            .getPath()
            .substring(1);

    @BeforeEach
    void open() {
        browser.with(LoginView.class, () -> new LoginView(people, new Doorkeeper(), Somebody.unknown()))
                .with(SetUpView.class, () -> new SetUpView(people, link))
                .with(InviteView.class, () -> new InviteView(people))
                .open();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void theSetUpLinkMakesTheFirstAdministrator() {
        browser.go(setUp);
        fill("username", "maria");
        fill("display-name", "Maria S.");
        passwords("correct horse battery", "correct horse battery");
        click("create");
        assertThat(people.done).containsExactly("founded by maria (Maria S.)");
        assertThat(_find(LoginForm.class)).hasSize(1);
    }

    @Test
    void theSetUpLinkOpensNothingASecondTime() {
        people.with(Somebody.person("maria", Role.ADMIN));
        browser.go(setUp);
        assertThat(title()).isEqualTo("Already set up");
        assertThat(_find(Button.class)).isEmpty();
    }

    @Test
    void aSetUpPageThatWasOpenBeforeMakesNoSecondAdministrator() {
        browser.go(setUp);
        fill("username", "late");
        passwords("correct horse battery", "correct horse battery");
        people.with(Somebody.person("maria", Role.ADMIN));
        click("create");
        assertThat(people.done).isEmpty();
        assertThat(title()).isEqualTo("Already set up");
    }

    @Test
    void anotherTokenIsTold() {
        browser.go("setup/wrong");
        assertThat(title()).isEqualTo("This link does not fit");
        assertThat(_find(Button.class)).isEmpty();
    }

    @Test
    void theSetUpLinkIsPrintedOnlyWhileNobodyAdministers() {
        people.with(Somebody.person("maria", Role.ADMIN));
        assertThat(link.on(URI.create("http://127.0.0.1:8080"))).isEmpty();
    }

    @Test
    void aShortPasswordIsRefusedAtTheField() {
        browser.go(setUp);
        fill("username", "maria");
        passwords("too short", "too short");
        click("create");
        assertThat(password("password").getErrorMessage()).isEqualTo("Use at least 12 characters");
        assertThat(people.done).isEmpty();
    }

    @Test
    void twoDifferentPasswordsAreRefusedAtTheField() {
        browser.go(setUp);
        fill("username", "maria");
        passwords("correct horse battery", "correct horse batterie");
        click("create");
        assertThat(password("password-again").isInvalid()).isTrue();
        assertThat(people.done).isEmpty();
    }

    @Test
    void anUnacceptableUsernameIsRefusedAtTheField() {
        browser.go(setUp);
        fill("username", "maria s");
        passwords("correct horse battery", "correct horse battery");
        click("create");
        assertThat(_get(TextField.class, spec -> spec.withId("username")).getErrorMessage())
                .isEqualTo("A username has no spaces");
    }

    @Test
    void anInvitationLetsItsPersonChooseAPassword() {
        var invitation = people.invite(Somebody.person("admin", Role.ADMIN), "tom", "Tom", Role.REVIEWER);
        browser.go("invite/" + invitation.token());
        passwords("correct horse battery", "correct horse battery");
        click("accept");
        assertThat(people.done).containsExactly("accepted by tom");
        browser.go("invite/" + invitation.token());
        assertThat(title()).isEqualTo("This invitation is no longer good");
    }

    @Test
    void beforeTheSetUpTheLoginPageSaysWhatToDo() {
        browser.go("login");
        assertThat(title()).isEqualTo("Not set up yet");
        assertThat(_find(LoginForm.class)).isEmpty();
    }

    @Test
    void aWrongPasswordIsToldWithoutSayingWhichPartWasWrong() {
        people.with(Somebody.person("maria", Role.ADMIN));
        browser.go("login");
        attempt("maria", "wrong");
        assertThat(form().isError()).isTrue();
    }

    @Test
    void tooManyAttemptsAreToldWithThePause() {
        people.with(Somebody.person("maria", Role.ADMIN));
        people.loseCount();
        browser.go("login");
        attempt("maria", "correct horse battery");
        assertThat(form().isError()).isTrue();
        assertThat(form().getElement().getPropertyRaw("i18n").toString()).contains("Try again in 30 s.");
    }

    private LoginForm form() {
        return _get(LoginForm.class);
    }

    private void attempt(String username, String password) {
        ComponentUtil.fireEvent(form(), new LoginEvent(form(), true, username, password));
    }

    private static String title() {
        return _get(H1.class).getText();
    }

    private static void fill(String id, String text) {
        _setValue(_get(TextField.class, spec -> spec.withId(id)), text);
    }

    private static PasswordField password(String id) {
        return _get(PasswordField.class, spec -> spec.withId(id));
    }

    private static void passwords(String first, String again) {
        _setValue(password("password"), first);
        _setValue(password("password-again"), again);
    }

    private static void click(String id) {
        _click(_get(Button.class, spec -> spec.withId(id)));
    }

    /** Asks the people desk, without a container to tell. */
    private final class Doorkeeper extends SignIn {

        @Override
        public boolean enter(String username, String password) {
            return people.authenticate(username, password).isPresent();
        }
    }
}
