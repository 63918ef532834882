package dev.rushlight.web.guest;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.rushlight.people.TooManyAttempts;
import dev.rushlight.reviewsession.GuestDesk;
import dev.rushlight.reviewsession.LinkLeadsNowhere;
import dev.rushlight.reviewsession.TooManyGuestActs;
import dev.rushlight.reviewsession.WrongPassphrase;
import dev.rushlight.web.access.CurrentGuest;
import dev.rushlight.web.look.Door;
import dev.rushlight.web.look.Pages;
import dev.rushlight.web.look.Spoken;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Where a guest link leads. Nothing is looked up before the guest presses the button, so that whatever fetches a link to
 * preview it neither comes in nor learns anything.
 */
@Route(Pages.GUEST_DOOR)
@PageTitle("Welcome · Rushlight")
@AnonymousAllowed
public class GuestDoorView extends Div implements BeforeEnterObserver {

    private final GuestDesk guests;
    private final Door door = new Door();
    private final PasswordField passphrase = new PasswordField("Passphrase");
    private final Div complaint = new Div();
    private String code = "";

    @Inject
    public GuestDoorView(GuestDesk guests) {
        this.guests = guests;
        passphrase.setId("passphrase");
        passphrase.setWidthFull();
        passphrase.setManualValidation(true);
        complaint.addClassName("form-complaint");
        complaint.getElement().setAttribute("role", "alert");
        add(door);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        code = event.getRouteParameters().get("code").orElse("");
        complaint.setVisible(false);
        passphrase.clear();
        passphrase.setVisible(false);
        var form = new Div(passphrase, complaint, button());
        form.addClassName("form-fields");
        door.show(
                "You are invited to look at some work",
                "This link is yours: what you say there stands under the name that it was made for.",
                form);
    }

    private Component button() {
        var enter = new Button("Come in", click -> enter());
        enter.setId("come-in");
        enter.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        enter.addClickShortcut(Key.ENTER);
        return enter;
    }

    private void enter() {
        complaint.setVisible(false);
        passphrase.setInvalid(false);
        try {
            CurrentGuest.remember(guests.enter(
                    code, passphrase.getValue(), VaadinRequest.getCurrent().getRemoteAddr()));
            UI.getCurrent().navigate(Pages.GUEST);
        } catch (LinkLeadsNowhere nowhere) {
            Nowhere.show(door);
        } catch (WrongPassphrase wrong) {
            if (passphrase.isVisible()) {
                passphrase.setErrorMessage("That was not it");
                passphrase.setInvalid(true);
            }
            passphrase.setVisible(true);
            passphrase.focus();
        } catch (TooManyAttempts tooMany) {
            wait(tooMany.pause());
        } catch (TooManyGuestActs tooMany) {
            wait(tooMany.pause());
        }
    }

    private void wait(Duration pause) {
        complaint.setText("Too many attempts. Try again in " + Spoken.duration(pause.plusSeconds(1)) + ".");
        complaint.setVisible(true);
    }
}
