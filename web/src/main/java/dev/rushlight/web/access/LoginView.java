package dev.rushlight.web.access;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.login.AbstractLogin.LoginEvent;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.server.auth.NavigationAccessControl;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.TooManyAttempts;
import dev.rushlight.web.look.Door;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Spoken;
import jakarta.inject.Inject;
import java.util.Optional;

/** Where people sign in; afterwards they land on the page they asked for. */
@Route(Pages.LOGIN)
@PageTitle("Sign in · Rushlight")
@AnonymousAllowed
public class LoginView extends Div implements BeforeEnterObserver {

    private final PeopleDesk people;
    private final SignIn signIn;
    private final CurrentPerson current;
    private final Door door = new Door();
    private final LoginI18n words = words();
    private final LoginForm form = new LoginForm(words);

    @Inject
    public LoginView(PeopleDesk people, SignIn signIn, CurrentPerson current) {
        this.people = people;
        this.signIn = signIn;
        this.current = current;
        form.setId("login");
        form.setForgotPasswordButtonVisible(false);
        form.addLoginListener(this::enter);
        add(door);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (current.find().isPresent()) {
            event.forwardTo(Pages.QUEUE);
        } else if (people.adminExists()) {
            door.show("Sign in", "", form);
        } else {
            door.show(
                    "Not set up yet",
                    "Nobody administers this installation so far. Open the one-time set-up link that the server printed"
                            + " when it started; it makes the first administrator.");
        }
    }

    private void enter(LoginEvent attempt) {
        try {
            if (signIn.enter(attempt.getUsername(), attempt.getPassword())) {
                UI.getCurrent().getPage().setLocation(pageAskedFor());
            } else {
                refuse("That did not match", "Check the username and the password, and try again.");
            }
        } catch (TooManyAttempts tooMany) {
            refuse(
                    "Too many attempts",
                    "Try again in " + Spoken.duration(tooMany.pause().plusSeconds(1)) + ".");
        }
    }

    private void refuse(String title, String text) {
        words.getErrorMessage().setTitle(title);
        words.getErrorMessage().setMessage(text);
        form.setI18n(words);
        form.setError(true);
    }

    private static String pageAskedFor() {
        var session = VaadinSession.getCurrent().getSession();
        var asked = Optional.ofNullable(session.getAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT));
        session.removeAttribute(NavigationAccessControl.SESSION_STORED_REDIRECT);
        return "/" + asked.map(Object::toString).orElse(Pages.QUEUE).replaceFirst("^/+", "");
    }

    private static LoginI18n words() {
        var words = LoginI18n.createDefault();
        words.getForm().setTitle("");
        words.getForm().setUsername("Username");
        words.getForm().setPassword("Password");
        words.getForm().setSubmit("Sign in");
        words.getErrorMessage().setUsername("Enter your username");
        words.getErrorMessage().setPassword("Enter your password");
        return words;
    }
}
