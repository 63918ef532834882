package dev.rushlight.web.access;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.rushlight.people.NoSuchInvitation;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.PersonSummary;
import dev.rushlight.people.UnacceptablePassword;
import dev.rushlight.web.look.Door;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import jakarta.inject.Inject;

/** Where an invitation leads: the invited person chooses a password. */
@Route(Pages.INVITE)
@PageTitle("Invitation · Rushlight")
@AnonymousAllowed
public class InviteView extends Div implements BeforeEnterObserver {

    private final PeopleDesk people;
    private final Door door = new Door();
    private final NewPassword password = new NewPassword();
    private String token = "";

    @Inject
    public InviteView(PeopleDesk people) {
        this.people = people;
        add(door);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        people.invited(token)
                .ifPresentOrElse(
                        person -> door.show(
                                "Welcome, " + person.displayName(),
                                "Choose a password; then you can sign in.",
                                form(person)),
                        this::showUsed);
    }

    private Div form(PersonSummary person) {
        // Read-only, yet there: password managers keep the name with the password.
        var username = new TextField("Username");
        username.setId("username");
        username.setValue(person.username());
        username.setReadOnly(true);
        username.setWidthFull();
        username.getElement().setAttribute("autocomplete", "username");
        var accept = new Button("Set password", pressed -> accept());
        accept.setId("accept");
        accept.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        accept.addClickShortcut(Key.ENTER);
        var form = new Div(username, password, accept);
        form.addClassName("form-fields");
        return form;
    }

    private void accept() {
        password.chosen().ifPresent(chosen -> {
            try {
                people.accept(token, chosen);
                UI.getCurrent().navigate(Pages.LOGIN);
                Toast.show(Symbol.APPROVE, Tone.GOOD, "Your password is set. Sign in to begin.");
            } catch (UnacceptablePassword e) {
                password.refuse(e.getMessage());
            } catch (NoSuchInvitation e) {
                showUsed();
            }
        });
    }

    private void showUsed() {
        var toLogin = new Anchor(Pages.LOGIN, "Sign in");
        toLogin.addClassName("button-link");
        door.show(
                "This invitation is no longer good",
                "It was used already, or it has expired. If you have not set a password yet, ask whoever invited you for"
                        + " a new link.",
                toLogin);
    }
}
