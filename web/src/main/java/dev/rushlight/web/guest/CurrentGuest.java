package dev.rushlight.web.guest;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import dev.rushlight.reviewsession.GuestPass;
import java.util.Optional;

/** Which guest link the browser came in by last; what it opens now is looked up at each step. */
final class CurrentGuest {

    private CurrentGuest() {}

    /** Under a new session id, so that nobody has prepared it. */
    static void remember(GuestPass pass) {
        VaadinServletRequest.getCurrent().getHttpServletRequest().changeSessionId();
        VaadinSession.getCurrent().setAttribute(GuestPass.class, pass);
    }

    static Optional<GuestPass> find() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(GuestPass.class));
    }
}
