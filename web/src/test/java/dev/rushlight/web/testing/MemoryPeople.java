package dev.rushlight.web.testing;

import dev.rushlight.people.Identity;
import dev.rushlight.people.Invitation;
import dev.rushlight.people.LastAdmin;
import dev.rushlight.people.NoSuchInvitation;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.PersonState;
import dev.rushlight.people.PersonSummary;
import dev.rushlight.people.Role;
import dev.rushlight.people.TooManyAttempts;
import dev.rushlight.people.UnacceptableUsername;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The people desk with a memory instead of a database. */
public final class MemoryPeople extends PeopleDesk {

    public final List<String> done = new ArrayList<>();
    private final Map<String, PersonSummary> people = new LinkedHashMap<>();
    private final Map<String, String> invitations = new LinkedHashMap<>();
    private boolean impatient;

    public MemoryPeople with(Identity person) {
        people.put(
                person.username(),
                new PersonSummary(
                        person.id(),
                        person.username(),
                        person.displayName(),
                        person.role(),
                        PersonState.ACTIVE,
                        Optional.empty()));
        return this;
    }

    public void loseCount() {
        impatient = true;
    }

    @Override
    public boolean adminExists() {
        return people.values().stream().anyMatch(person -> person.role() == Role.ADMIN);
    }

    @Override
    public Identity createFirstAdmin(String username, String displayName, String password) {
        if (username.contains(" ")) {
            throw new UnacceptableUsername("A username has no spaces");
        }
        var admin = new Identity(PersonId.random(), username, displayName, Role.ADMIN);
        with(admin);
        done.add("founded by %s (%s)".formatted(username, displayName));
        return admin;
    }

    @Override
    public Optional<Identity> active(String username) {
        return Optional.ofNullable(people.get(username))
                .filter(person -> person.state() == PersonState.ACTIVE)
                .map(person -> new Identity(person.id(), person.username(), person.displayName(), person.role()));
    }

    @Override
    public Optional<Identity> authenticate(String username, String password) {
        if (impatient) {
            throw new TooManyAttempts(Duration.ofSeconds(29));
        }
        return password.equals("correct horse battery") ? active(username) : Optional.empty();
    }

    @Override
    public Invitation invite(Identity admin, String username, String displayName, Role role) {
        var person = new PersonSummary(
                PersonId.random(), username, displayName, role, PersonState.INVITED, Optional.empty());
        people.put(username, person);
        return invitation(person);
    }

    @Override
    public Identity createBot(Identity admin, String username, String displayName, Role role) {
        if (username.contains(" ")) {
            throw new UnacceptableUsername("A username has no spaces");
        }
        var bot = new PersonSummary(
                PersonId.random(),
                username,
                displayName,
                role,
                PersonState.ACTIVE,
                PersonKind.BOT,
                Set.of(),
                Optional.empty());
        people.put(username, bot);
        return new Identity(bot.id(), username, displayName, role, Set.of(), PersonKind.BOT);
    }

    @Override
    public void assignFunctions(Identity admin, PersonId id, Collection<String> typed) {
        var person = person(id);
        people.put(
                person.username(),
                new PersonSummary(
                        id,
                        person.username(),
                        person.displayName(),
                        person.role(),
                        person.state(),
                        person.kind(),
                        Set.copyOf(typed),
                        person.lastLogin()));
    }

    @Override
    public Invitation reinvite(Identity admin, PersonId id) {
        return invitation(person(id));
    }

    private Invitation invitation(PersonSummary person) {
        var token = "token-" + invitations.size();
        invitations.put(token, person.username());
        return new Invitation(person.id(), person.username(), token);
    }

    @Override
    public Optional<PersonSummary> invited(String token) {
        return Optional.ofNullable(invitations.get(token)).map(people::get);
    }

    @Override
    public Identity accept(String token, String password) {
        var person = invited(token).orElseThrow(NoSuchInvitation::new);
        invitations.remove(token);
        put(person, person.role(), PersonState.ACTIVE);
        done.add("accepted by " + person.username());
        return active(person.username()).orElseThrow();
    }

    @Override
    public void assignRole(Identity admin, PersonId id, Role role) {
        requireAnotherAdmin(person(id));
        put(person(id), role, person(id).state());
    }

    @Override
    public void deactivate(Identity admin, PersonId id) {
        requireAnotherAdmin(person(id));
        put(person(id), person(id).role(), PersonState.DEACTIVATED);
    }

    @Override
    public void reactivate(Identity admin, PersonId id) {
        put(person(id), person(id).role(), PersonState.ACTIVE);
    }

    @Override
    public List<PersonSummary> people(Identity admin) {
        admin.requireAdmin();
        return List.copyOf(people.values());
    }

    private void requireAnotherAdmin(PersonSummary person) {
        if (person.role() == Role.ADMIN) {
            throw new LastAdmin(person.username());
        }
    }

    private PersonSummary person(PersonId id) {
        return people.values().stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void put(PersonSummary person, Role role, PersonState state) {
        people.put(
                person.username(),
                new PersonSummary(
                        person.id(), person.username(), person.displayName(), role, state, person.lastLogin()));
    }
}
