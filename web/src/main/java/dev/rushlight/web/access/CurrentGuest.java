package dev.rushlight.web.access;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinSession;
import dev.rushlight.reviewsession.GuestPass;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Which guest link the browser came in by last; what it opens now is looked up at each step. */
public final class CurrentGuest {

    private static final String PASS = GuestPass.class.getName();

    private CurrentGuest() {}

    /** Under a new session id, so that nobody has prepared it. */
    public static void remember(GuestPass pass) {
        VaadinServletRequest.getCurrent().getHttpServletRequest().changeSessionId();
        VaadinSession.getCurrent().getSession().setAttribute(PASS, pass);
    }

    public static Optional<GuestPass> find() {
        return Optional.ofNullable(
                (GuestPass) VaadinSession.getCurrent().getSession().getAttribute(PASS));
    }

    /** As {@link #find()}, for what is fetched beside the pages. */
    public static Optional<GuestPass> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false)).map(session -> (GuestPass) session.getAttribute(PASS));
    }
}
