package dev.rushlight.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Everything that is done with accounts: the first administrator, invitations, log-in, roles. */
@ApplicationScoped
@Transactional
public class PeopleDesk {

    private static final int LONGEST_DISPLAY_NAME = 100;

    private final JpaPeople people;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Clock clock;
    private final LoginBackOff backOff;

    @Inject
    PeopleDesk(JpaPeople people, Passwords passwords, Tokens tokens, Clock clock) {
        this(people, passwords, tokens, clock, new LoginBackOff(clock));
    }

    PeopleDesk(JpaPeople people, Passwords passwords, Tokens tokens, Clock clock, LoginBackOff backOff) {
        this.people = people;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
        this.backOff = backOff;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected PeopleDesk() { // for CDI
        this(null, null, null, null, null);
    }

    public boolean adminExists() {
        return people.activeAdmins() > 0;
    }

    /** Lets the first administrator in, once in the life of an installation. */
    public Identity createFirstAdmin(String username, String displayName, String password) {
        var name = Username.require(username);
        var shown = displayName(displayName, name);
        passwords.requireAcceptable(password);
        if (adminExists()) {
            throw new AdminExists();
        }
        var now = clock.instant();
        var founder = Person.founding(name.text(), shown, passwords.hash(password), now);
        people.found(founder, new Founding(founder.id(), now));
        return founder.identity();
    }

    /** Takes equally long for known and unknown names, and slows down whoever keeps failing. */
    public Optional<Identity> authenticate(String username, String password) {
        var name = Username.parse(username);
        name.ifPresent(known -> backOff.attempt(known.text()));
        var person = name.flatMap(known -> people.named(known.text())).filter(Person::isActive);
        if (!passwords.matches(password, person.flatMap(Person::passwordHash))) {
            return Optional.empty();
        }
        name.ifPresent(known -> backOff.succeeded(known.text()));
        return person.map(known -> {
            known.passwordHash()
                    .filter(passwords::isOutdated)
                    .ifPresent(weak -> known.rehash(passwords.hash(password)));
            known.loggedIn(clock.instant());
            return known.identity();
        });
    }

    /** Who this is now; nobody once deactivated. */
    public Optional<Identity> active(String username) {
        return Username.parse(username)
                .flatMap(name -> people.named(name.text()))
                .filter(Person::isActive)
                .map(Person::identity);
    }

    /** Those of the names that belong to nobody active. */
    public List<String> unknownAmong(Collection<String> names) {
        var usernames = names.stream()
                .flatMap(name -> Username.parse(name).stream())
                .map(Username::text)
                .toList();
        var known = people.activeAmong(usernames);
        return names.stream()
                .filter(name -> Username.parse(name)
                        .filter(username -> known.contains(username.text()))
                        .isEmpty())
                .toList();
    }

    public Invitation invite(Identity admin, String username, String displayName, Role role) {
        requireAdmin(admin);
        var name = Username.require(username);
        var shown = displayName(displayName, name);
        if (people.named(name.text()).isPresent()) {
            throw new UsernameTaken(name.text());
        }
        var person = Person.invited(name.text(), shown, role, clock.instant());
        people.add(person);
        return invitation(person);
    }

    /** A fresh invitation in place of the one before; for an active person it is the way to a new password. */
    public Invitation reinvite(Identity admin, PersonId id) {
        requireAdmin(admin);
        return invitation(person(id));
    }

    public Optional<PersonSummary> invited(String token) {
        return people.invitedBy(tokens.hash(token))
                .filter(person -> person.isInvited(clock.instant()))
                .map(Person::summary);
    }

    public Identity accept(String token, String password) {
        var person = people.invitedBy(tokens.hash(token)).orElseThrow(NoSuchInvitation::new);
        if (!person.isInvited(clock.instant())) {
            throw new NoSuchInvitation();
        }
        passwords.requireAcceptable(password);
        person.accept(passwords.hash(password), clock.instant());
        backOff.succeeded(person.username());
        return person.identity();
    }

    public void assignRole(Identity admin, PersonId id, Role role) {
        people.lockAdministration();
        requireAdmin(admin);
        var person = person(id);
        if (!role.mayAdminister()) {
            requireAnotherAdminThan(person);
        }
        person.assign(role);
    }

    public void deactivate(Identity admin, PersonId id) {
        people.lockAdministration();
        requireAdmin(admin);
        var person = person(id);
        requireAnotherAdminThan(person);
        person.deactivate();
    }

    public void reactivate(Identity admin, PersonId id) {
        requireAdmin(admin);
        person(id).reactivate();
    }

    public List<PersonSummary> people(Identity admin) {
        requireAdmin(admin);
        return people.all().stream().map(Person::summary).toList();
    }

    private Invitation invitation(Person person) {
        var token = tokens.fresh();
        person.invite(tokens.hash(token), clock.instant());
        return new Invitation(person.id(), person.username(), token);
    }

    private Person person(PersonId id) {
        return people.find(id).orElseThrow(() -> new NoSuchPerson(id));
    }

    /** Asks the database, not the caller's memory: an administrator may have been demoted a moment ago. */
    private void requireAdmin(Identity admin) {
        admin.requireAdmin();
        if (people.find(admin.id()).filter(Person::isActiveAdmin).isEmpty()) {
            throw new NotAllowed("%s is no administrator any more".formatted(admin.username()));
        }
    }

    private void requireAnotherAdminThan(Person person) {
        if (person.isActiveAdmin() && people.activeAdmins() < 2) {
            throw new LastAdmin(person.username());
        }
    }

    private static String displayName(String typed, Username username) {
        var name = typed.strip();
        if (name.isEmpty()) {
            return username.text();
        }
        if (name.length() > LONGEST_DISPLAY_NAME) {
            throw new UnacceptableDisplayName(
                    "A display name may have %d characters, not %d".formatted(LONGEST_DISPLAY_NAME, name.length()));
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new UnacceptableDisplayName("A display name may not contain control characters");
        }
        return name;
    }
}
