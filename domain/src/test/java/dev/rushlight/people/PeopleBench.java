package dev.rushlight.people;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;

/** Builds the people desk for one transaction, and people for tests that are about something else. */
public final class PeopleBench {

    static final Passwords PASSWORDS = new Passwords(2);

    private PeopleBench() {}

    public static PeopleDesk desk(EntityManager entities, Clock clock) {
        return desk(entities, clock, new LoginBackOff(clock));
    }

    static PeopleDesk desk(EntityManager entities, Clock clock, LoginBackOff backOff) {
        var people = new JpaPeople(entities);
        return new PeopleDesk(people, PASSWORDS, new Tokens(), clock, backOff, new LoginDesk(people, clock));
    }

    public static Passwords passwords() {
        return PASSWORDS;
    }

    public static Tokens tokens() {
        return new Tokens();
    }

    /** Somebody active, whose name begins as given. */
    public static Identity somebody(EntityManager entities, String name, Role role, Clock clock) {
        var username = "%s.%s".formatted(name, UUID.randomUUID().toString().substring(0, 8));
        var person = Person.founding(username, name, "no password", clock.instant());
        person.assign(role);
        entities.persist(person);
        return person.identity();
    }
}
