package dev.rushlight.web.access;

import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import dev.rushlight.people.PeopleDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletException;

/** Signs the person in front of a page in and out. */
@ApplicationScoped
public class SignIn {

    private final PeopleDesk people;
    private final SecurityContext security;
    private final CurrentPerson current;

    @Inject
    public SignIn(PeopleDesk people, SecurityContext security, CurrentPerson current) {
        this.people = people;
        this.security = security;
        this.current = current;
    }

    // for CDI
    @SuppressWarnings("NullAway")
    protected SignIn() {
        this(null, null, null);
    }

    /**
     * Lets a person in whose password is right, under a new session id.
     *
     * @throws dev.rushlight.people.TooManyAttempts when this account has to wait, for whoever comes from this address
     */
    public boolean enter(String username, String password) {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        var person = people.authenticate(username, password, request.getRemoteAddr());
        if (person.isEmpty()) {
            return false;
        }
        var status = security.authenticate(
                request,
                VaadinServletResponse.getCurrent().getHttpServletResponse(),
                AuthenticationParameters.withParams()
                        .credential(new VerifiedPerson(person.get()))
                        .newAuthentication(true));
        if (status != AuthenticationStatus.SUCCESS) {
            return false;
        }
        request.changeSessionId();
        current.remember(person.get().username());
        return true;
    }

    /** Ends the session with all its pages. */
    public void leave() {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        try {
            request.logout();
        } catch (ServletException e) {
            throw new IllegalStateException("The container refused to sign out", e);
        } finally {
            var session = request.getSession(false);
            if (session != null) {
                session.invalidate();
            }
        }
    }
}
