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
import dev.rushlight.people.AdminExists;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.UnacceptableDisplayName;
import dev.rushlight.people.UnacceptablePassword;
import dev.rushlight.people.UnacceptableUsername;
import dev.rushlight.web.look.Door;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Symbol;
import dev.rushlight.web.look.Toast;
import dev.rushlight.web.look.Tone;
import jakarta.inject.Inject;

/** Where the one-time set-up link leads: it makes the first administrator. */
@Route(Pages.SET_UP)
@PageTitle("Set up · Rushlight")
@AnonymousAllowed
public class SetUpView extends Div implements BeforeEnterObserver {

    private final PeopleDesk people;
    private final SetUpLink link;
    private final Door door = new Door();
    private final TextField username = new TextField("Username");
    private final TextField displayName = new TextField("Display name");
    private final NewPassword password = new NewPassword();
    private String token = "";

    @Inject
    public SetUpView(PeopleDesk people, SetUpLink link) {
        this.people = people;
        this.link = link;
        username.setId("username");
        username.setHelperText("Lower-case letters, digits and . _ @ -");
        username.getElement().setAttribute("autocomplete", "username");
        username.setAutofocus(true);
        displayName.setId("display-name");
        displayName.setHelperText("How others see you; may stay empty");
        displayName.getElement().setAttribute("autocomplete", "name");
        add(door);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        if (people.adminExists()) {
            showUsed();
        } else if (link.opens(token)) {
            door.show("Welcome", "Make the first administrator of this installation.", form());
        } else {
            door.show(
                    "This link does not fit",
                    "Every start of the server makes a new set-up link, and only the newest one works."
                            + " Look for it in what the server printed last.");
        }
    }

    private Div form() {
        username.setWidthFull();
        username.setManualValidation(true);
        displayName.setWidthFull();
        displayName.setManualValidation(true);
        var create = new Button("Create administrator", pressed -> create());
        create.setId("create");
        create.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        create.addClickShortcut(Key.ENTER);
        create.setDisableOnClick(true);
        create.addClickListener(pressed -> create.setEnabled(true));
        var form = new Div(username, displayName, password, create);
        form.addClassName("form-fields");
        return form;
    }

    private void create() {
        username.setInvalid(false);
        displayName.setInvalid(false);
        var chosen = password.chosen();
        if (chosen.isEmpty()) {
            return;
        }
        if (!link.opens(token)) {
            showUsed();
            return;
        }
        var name = username.getValue().strip();
        var shown =
                displayName.getValue().isBlank() ? name : displayName.getValue().strip();
        try {
            people.createFirstAdmin(name, shown, chosen.get());
        } catch (UnacceptableUsername e) {
            complain(username, e);
            return;
        } catch (UnacceptableDisplayName e) {
            complain(displayName, e);
            return;
        } catch (UnacceptablePassword e) {
            password.refuse(e.getMessage());
            return;
        } catch (AdminExists e) {
            showUsed();
            return;
        }
        UI.getCurrent().navigate(Pages.LOGIN);
        Toast.show(Symbol.APPROVE, Tone.GOOD, "You are the administrator now. Sign in to begin.");
    }

    private void showUsed() {
        var toLogin = new Anchor(Pages.LOGIN, "Sign in");
        toLogin.addClassName("button-link");
        door.show(
                "Already set up",
                "This installation has an administrator, so its set-up link no longer opens anything."
                        + " If you are new here, ask an administrator for an invitation.",
                toLogin);
    }

    private static void complain(TextField field, RuntimeException why) {
        field.setErrorMessage(why.getMessage());
        field.setInvalid(true);
        field.focus();
    }
}
