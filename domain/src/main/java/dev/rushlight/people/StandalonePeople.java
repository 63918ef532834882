package dev.rushlight.people;

import dev.rushlight.installation.DatabaseClock;
import dev.rushlight.installation.Installation;
import dev.rushlight.installation.StandaloneDatabase;
import dev.rushlight.ledger.StandaloneLedger;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.function.Function;

/** The people desk without a container, for the headless tool. */
public final class StandalonePeople implements AutoCloseable {

    private final StandaloneDatabase database;
    private final Passwords passwords = new Passwords();
    private final Tokens tokens = new Tokens();
    private final Clock clock = new DatabaseClock(Clock.systemUTC());
    private final LoginBackOff backOff = new LoginBackOff(clock);

    private StandalonePeople(StandaloneDatabase database) {
        this.database = database;
    }

    /** Fails as {@link StandaloneDatabase#open} does. */
    public static StandalonePeople open(Installation installation) {
        return new StandalonePeople(StandaloneDatabase.open(installation));
    }

    public boolean adminExists() {
        return inTransaction(PeopleDesk::adminExists);
    }

    public Identity createFirstAdmin(String username, String displayName, String password) {
        return inTransaction(desk -> desk.createFirstAdmin(username, displayName, password));
    }

    /** Any other work at the desk, as one transaction. */
    public <T> T inTransaction(Function<PeopleDesk, T> work) {
        return database.inTransaction(entities -> work.apply(desk(entities)));
    }

    private PeopleDesk desk(EntityManager entities) {
        var people = new JpaPeople(entities);
        return new PeopleDesk(
                people,
                passwords,
                tokens,
                clock,
                backOff,
                new LoginDesk(people, clock),
                StandaloneLedger.joining(entities, clock),
                nobodyListens -> {});
    }

    @Override
    public void close() {
        database.close();
    }
}
