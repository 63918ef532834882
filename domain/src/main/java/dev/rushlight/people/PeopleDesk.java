package dev.rushlight.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.Ledger;
import dev.rushlight.ledger.LedgerEntry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Everything that is done with accounts: the first administrator, invitations, log-in, roles. */
@ApplicationScoped
@Transactional
public class PeopleDesk {

    private static final int LONGEST_DISPLAY_NAME = 100;
    private static final int MOST_FUNCTIONS = 20;
    private static final String NO_USERNAME = ""; // all that cannot be a username counts as one

    private final JpaPeople people;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Clock clock;
    private final LoginBackOff backOff;
    private final LoginDesk logIns;
    private final Ledger ledger;
    private final Consumer<PeopleChanged> changes;

    @Inject
    PeopleDesk(
            JpaPeople people,
            Passwords passwords,
            Tokens tokens,
            Clock clock,
            LoginDesk logIns,
            Ledger ledger,
            Event<PeopleChanged> changes) {
        this(people, passwords, tokens, clock, new LoginBackOff(clock), logIns, ledger, changes::fire);
    }

    PeopleDesk(
            JpaPeople people,
            Passwords passwords,
            Tokens tokens,
            Clock clock,
            LoginBackOff backOff,
            LoginDesk logIns,
            Ledger ledger,
            Consumer<PeopleChanged> changes) {
        this.people = people;
        this.passwords = passwords;
        this.tokens = tokens;
        this.clock = clock;
        this.backOff = backOff;
        this.logIns = logIns;
        this.ledger = ledger;
        this.changes = changes;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected PeopleDesk() { // for CDI
        this(null, null, null, null, null, null, null, null);
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
        changed(founder.id());
        record(Act.PERSON_CHANGED, founder.identity(), founder, JsonValue.EMPTY_JSON_OBJECT);
        return founder.identity();
    }

    /** As below, from nowhere in particular. */
    @Transactional(TxType.NOT_SUPPORTED)
    public Optional<Identity> authenticate(String username, String password) {
        return authenticate(username, password, "");
    }

    /**
     * Takes equally long for known and unknown names, and slows down whoever keeps failing from one address (which may
     * be empty). Not a transaction itself, so that a flood of log-ins waits without a connection to the database.
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public Optional<Identity> authenticate(String username, String password, String from) {
        var name = Username.parse(username);
        var counted = name.map(Username::text).orElse(NO_USERNAME);
        backOff.attempt(counted, from);
        var account = name.flatMap(logIns::account);
        if (!passwords.matches(password, account.map(LoginDesk.Account::passwordHash))) {
            return Optional.empty();
        }
        var identity = account.flatMap(proven -> {
            var stronger = Optional.of(proven.passwordHash())
                    .filter(passwords::isOutdated)
                    .map(weak -> passwords.hash(password));
            return logIns.remember(proven, stronger);
        });
        identity.ifPresent(person -> backOff.succeeded(counted, from));
        return identity;
    }

    /** Who this is now; nobody once deactivated. */
    public Optional<Identity> active(String username) {
        return Username.parse(username)
                .flatMap(name -> people.named(name.text()))
                .filter(Person::isActive)
                .map(Person::identity);
    }

    /** Everybody whom a policy can ask: people who may vote, bots, and guests. */
    public List<Identity> voters() {
        return people.active().stream()
                .filter(person -> person.role().mayVote())
                .toList();
    }

    /** The voters, their deputies, and how new that is. */
    public Electorate electorate() {
        var number = people.changes();
        return new Electorate(number, voters(), people.deputies(clock.instant()));
    }

    /** Whom this person stands in for just now. */
    public List<Identity> representedBy(Identity deputy) {
        return people.delegations(clock.instant()).stream()
                .filter(delegation -> delegation.deputy().equals(deputy.id()))
                .flatMap(delegation -> people.find(delegation.delegator()).stream())
                .filter(Person::isActive)
                .map(Person::identity)
                .toList();
    }

    /** Says that somebody else can be asked now, though nobody came or went: open items are judged anew. */
    public void askAnew(Identity by) {
        changed(by.id());
    }

    /** How often it changed whom policies can ask. */
    public long changes() {
        return people.changes();
    }

    /** Who last changed whom policies can ask. */
    public Optional<Identity> lastChangedBy() {
        return people.lastChangedBy().map(Person::identity);
    }

    /** People whose username, or one of whose names, begins like this; for guests nobody is here. */
    public List<Identity> named(Identity by, String beginning, int most) {
        return by.isGuest() ? List.of() : people.named(beginning.strip(), most);
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
        record(Act.PERSON_INVITED, admin, person, JsonValue.EMPTY_JSON_OBJECT);
        return invitation(person);
    }

    /** A fresh invitation in place of the one before; for an active person it is the way to a new password. */
    public Invitation reinvite(Identity admin, PersonId id) {
        requireAdmin(admin);
        var person = person(id);
        var invitation = invitation(person);
        record(Act.PERSON_INVITED, admin, person, person.record());
        return invitation;
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
        var before = person.record();
        var isNew = !person.isActive();
        person.accept(passwords.hash(password), clock.instant());
        backOff.forget(person.username());
        if (isNew) {
            changed(person.id());
        }
        record(Act.PERSON_CHANGED, person.identity(), person, before);
        return person.identity();
    }

    public void assignRole(Identity admin, PersonId id, Role role) {
        people.lockAdministration();
        requireAdmin(admin);
        var person = person(id);
        if (!role.mayAdminister()) {
            requireAnotherAdminThan(person);
        }
        var before = person.record();
        person.assign(role);
        changed(admin.id());
        record(Act.PERSON_CHANGED, admin, person, before);
    }

    public void deactivate(Identity admin, PersonId id) {
        people.lockAdministration();
        requireAdmin(admin);
        var person = person(id);
        requireAnotherAdminThan(person);
        var before = person.record();
        person.deactivate();
        changed(admin.id());
        record(Act.PERSON_DEACTIVATED, admin, person, before);
    }

    public void reactivate(Identity admin, PersonId id) {
        requireAdmin(admin);
        var person = person(id);
        var before = person.record();
        person.reactivate();
        changed(admin.id());
        record(Act.PERSON_REACTIVATED, admin, person, before);
    }

    /** What somebody is in production, all at once; typed as people write it, such as "VFX supervisor". */
    public void assignFunctions(Identity admin, PersonId id, Collection<String> typed) {
        requireAdmin(admin);
        var functions = typed.stream().map(Function::require).collect(Collectors.toUnmodifiableSet());
        if (functions.size() > MOST_FUNCTIONS) {
            throw new UnacceptableFunction(
                    "A person may have %d functions, not %d".formatted(MOST_FUNCTIONS, functions.size()));
        }
        var person = person(id);
        var before = person.record();
        person.fulfil(functions);
        changed(admin.id());
        record(Act.PERSON_CHANGED, admin, person, before);
    }

    /** An account for a program that acts over a hub; nobody can log in with it. */
    public Identity createBot(Identity admin, String username, String displayName, Role role) {
        requireAdmin(admin);
        var name = Username.require(username);
        if (people.named(name.text()).isPresent()) {
            throw new UsernameTaken(name.text());
        }
        if (role.mayAdminister()) {
            throw new NotAllowed("A bot cannot administer");
        }
        var bot = Person.bot(name.text(), displayName(displayName, name), role, clock.instant());
        people.add(bot);
        changed(admin.id());
        record(Act.PERSON_CHANGED, admin, bot, JsonValue.EMPTY_JSON_OBJECT);
        return bot.identity();
    }

    /**
     * An account for somebody from outside; whoever invites answers for the right to. Nobody can log in with it.
     *
     * @param mayDecide whether the guest may vote where a policy asks for one of the functions
     */
    public Identity createGuest(String displayName, Collection<String> functions, boolean mayDecide) {
        var name = Username.require("guest-" + UUID.randomUUID());
        var guest = Person.guest(
                name.text(), displayName(displayName, name), mayDecide ? Role.REVIEWER : Role.VIEWER, clock.instant());
        guest.fulfil(functions.stream().map(Function::require).collect(Collectors.toUnmodifiableSet()));
        people.add(guest);
        if (mayDecide) {
            changed(guest.id());
        }
        return guest.identity();
    }

    /** The guest comes no more; what they said stays. */
    public void retireGuest(PersonId id) {
        var guest = person(id);
        if (guest.kind() != PersonKind.GUEST) {
            throw new NotAllowed("%s is no guest".formatted(guest.username()));
        }
        if (guest.isActive()) {
            guest.deactivate();
            if (guest.identity().role().mayVote()) {
                changed(guest.id());
            }
        }
    }

    /** Somebody by id, active or not. */
    public Optional<Identity> identity(PersonId id) {
        return people.find(id).map(Person::identity);
    }

    public List<PersonSummary> people(Identity admin) {
        requireAdmin(admin);
        return people.all().stream().map(Person::summary).toList();
    }

    private void record(Act act, Identity by, Person person, JsonObject before) {
        ledger.record(new LedgerEntry(
                person.id().value(), act, by.author(), Optional.empty(), before, person.record(), Optional.empty()));
    }

    private void changed(PersonId by) {
        people.changed(by);
        changes.accept(new PeopleChanged(by));
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
        if (name.chars().anyMatch(Character::isISOControl)
                || !UTF_8.newEncoder().canEncode(name)) {
            throw new UnacceptableDisplayName("A display name may not contain control characters");
        }
        return name;
    }
}
