package dev.rushlight.people;

import dev.rushlight.installation.HeardEvents;
import dev.rushlight.ledger.Ledger;
import dev.rushlight.ledger.RememberedLedger;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Builds the people desk for one transaction, and people for tests that are about something else. */
public final class PeopleBench {

    static final Passwords PASSWORDS = new Passwords(2);

    private PeopleBench() {}

    public static PeopleDesk desk(EntityManager entities, Clock clock) {
        return desk(entities, clock, new RememberedLedger());
    }

    public static PeopleDesk desk(EntityManager entities, Clock clock, Ledger ledger) {
        return desk(entities, clock, new LoginBackOff(clock), ledger, new HeardEvents<>());
    }

    static PeopleDesk desk(
            EntityManager entities,
            Clock clock,
            LoginBackOff backOff,
            Ledger ledger,
            HeardEvents<PeopleChanged> changes) {
        var people = new JpaPeople(entities);
        return new PeopleDesk(
                people, PASSWORDS, new Tokens(), clock, backOff, new LoginDesk(people, clock), ledger, changes::fire);
    }

    public static DelegationDesk delegations(
            EntityManager entities, Clock clock, Ledger ledger, HeardEvents<PeopleChanged> changes) {
        return new DelegationDesk(new JpaPeople(entities), ledger, clock, changes);
    }

    public static Passwords passwords() {
        return PASSWORDS;
    }

    public static Tokens tokens() {
        return new Tokens();
    }

    /** Somebody active, whose name begins as given. */
    public static Identity somebody(EntityManager entities, String name, Role role, Clock clock) {
        return somebody(entities, name, role, Set.of(), clock);
    }

    /** Somebody active with functions, whose name begins as given. */
    public static Identity somebody(
            EntityManager entities, String name, Role role, Set<String> functions, Clock clock) {
        var person = Person.founding(username(name), name, "no password", clock.instant());
        person.assign(role);
        person.fulfil(functions.stream().map(Function::require).collect(Collectors.toUnmodifiableSet()));
        entities.persist(person);
        return person.identity();
    }

    /** A program that acts over hubs. */
    public static Identity bot(EntityManager entities, String name, Clock clock) {
        var bot = Person.bot(username(name), name, Role.REVIEWER, clock.instant());
        entities.persist(bot);
        return bot.identity();
    }

    private static String username(String name) {
        return "%s.%s".formatted(name, UUID.randomUUID().toString().substring(0, 8));
    }
}
