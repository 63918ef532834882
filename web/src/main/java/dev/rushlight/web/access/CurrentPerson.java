package dev.rushlight.web.access;

import com.vaadin.flow.server.VaadinSession;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Who is behind the page that is being worked on.
 *
 * <p>The account is read anew at each question, so that a deactivated person or a changed role counts at once, also in
 * pages that are already open.
 */
@ApplicationScoped
public class CurrentPerson {

    /** After this long a person has to sign in again, however busy the page. */
    private static final Duration LONGEST_STAY = Duration.ofHours(12);

    private final PeopleDesk people;
    private final Clock clock;

    @Inject
    public CurrentPerson(PeopleDesk people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    // for CDI
    @SuppressWarnings("NullAway")
    protected CurrentPerson() {
        this(null, null);
    }

    public Optional<Identity> find() {
        return stillHere(signedIn());
    }

    /** As {@link #find()}, for what is fetched beside the pages. */
    public Optional<Identity> find(HttpServletRequest request) {
        return stillHere(Optional.ofNullable(request.getSession(false))
                .map(session -> (SignedIn) session.getAttribute(SignedIn.class.getName())));
    }

    private Optional<Identity> stillHere(Optional<SignedIn> signedIn) {
        return signedIn.filter(entry -> clock.instant().isBefore(entry.at().plus(LONGEST_STAY)))
                .flatMap(entry -> people.active(entry.username()));
    }

    /** As {@link #find()}, for pages that only a signed-in person can have open. */
    public Identity require() {
        return find().orElseThrow(SignedOut::new);
    }

    void remember(String username) {
        VaadinSession.getCurrent()
                .getSession()
                .setAttribute(SignedIn.class.getName(), new SignedIn(username, clock.instant()));
    }

    private static Optional<SignedIn> signedIn() {
        return Optional.ofNullable(VaadinSession.getCurrent())
                .map(VaadinSession::getSession)
                .map(session -> (SignedIn) session.getAttribute(SignedIn.class.getName()));
    }
}
