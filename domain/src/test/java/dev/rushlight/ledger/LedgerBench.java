package dev.rushlight.ledger;

import dev.rushlight.installation.Database;
import dev.rushlight.installation.DatabaseClock;
import dev.rushlight.installation.SteppingClock;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** A ledger that nobody else writes to; each call is one transaction, as in the container. */
public final class LedgerBench {

    static final Author MARIA =
            new Author(UUID.fromString("6f1b2a90-3c4d-4e5f-8a9b-0c1d2e3f4a5b"), "maria", "Maria Sánchez", "LEAD");
    static final Author TOM =
            new Author(UUID.fromString("0a1b2c3d-4e5f-4071-8293-a4b5c6d7e8f9"), "tom", "Tom", "REVIEWER");

    private static final Map<Database, EntityManagerFactory> OPEN = new EnumMap<>(Database.class);

    final SteppingClock clock = new SteppingClock();
    final SealKey key;
    final Path log;
    private final SealLog sealLog;
    private final EntityManagerFactory database;

    /** @param data where key and seal log are kept */
    public LedgerBench(Database database, Path data) {
        this(data, emptied(database));
    }

    private LedgerBench(Path data, EntityManagerFactory database) {
        this.key = new SealKey(data.resolve("ledger.key"));
        this.log = data.resolve("ledger-seals.log");
        this.sealLog = new SealLog(log);
        this.database = database;
    }

    /** The same ledger as another process sees it, which has a data directory of its own. */
    LedgerBench elsewhere(Path data) {
        return new LedgerBench(data, database);
    }

    /** A ledger for one transaction, for desks that write to it. */
    public static Ledger ledger(EntityManager entities, Clock clock) {
        return new JpaLedger(entities, new DatabaseClock(clock));
    }

    public static LedgerBook book(EntityManager entities) {
        return new JpaLedgerBook(entities);
    }

    public void advance(Duration by) {
        clock.advance(by);
    }

    LedgerEntry entry(UUID line, Act act, Author author, String after) {
        return new LedgerEntry(
                line,
                act,
                author,
                Optional.of("because of " + after),
                JsonObject.EMPTY_JSON_OBJECT,
                Json.createObjectBuilder().add("now", after).build(),
                Optional.of("event-" + after));
    }

    /** Writes entries until the line has so many. */
    UUID line(int entries) {
        var line = UUID.randomUUID();
        append(line, entries);
        return line;
    }

    void append(UUID line, int entries) {
        for (var number = 1; number <= entries; number++) {
            record(entry(line, Act.VOTE_CAST, number % 2 == 0 ? TOM : MARIA, "state " + number));
        }
    }

    public void record(LedgerEntry entry) {
        doInTransaction(entities -> ledger(entities, clock).record(entry));
    }

    public Optional<Seal> seal() {
        return desk(LedgerDesk::seal);
    }

    /** Seals until nothing is left, as a timer does. */
    public void sealAll() {
        while (seal().isPresent()) {
            clock.advance(Duration.ofSeconds(1));
        }
    }

    public LedgerReport verify() {
        return desk(LedgerDesk::verify);
    }

    LedgerReport verifyLine(UUID line) {
        return desk(desk -> desk.verifyLine(line));
    }

    <T> T desk(Function<LedgerDesk, T> work) {
        return inTransaction(entities -> work.apply(desk(entities)));
    }

    public LedgerDesk desk(EntityManager entities) {
        return new LedgerDesk(new JpaSeals(entities), new JpaChain(entities), key, sealLog, new DatabaseClock(clock));
    }

    /** What somebody does who is at the database itself. */
    int sql(String statement, Object... values) {
        return inTransaction(entities -> {
            var query = entities.createNativeQuery(statement);
            for (var place = 0; place < values.length; place++) {
                query.setParameter(place + 1, values[place]);
            }
            return query.executeUpdate();
        });
    }

    public <T> T inTransaction(Function<EntityManager, T> work) {
        return Database.inTransaction(database, work);
    }

    void doInTransaction(Consumer<EntityManager> work) {
        inTransaction(entities -> {
            work.accept(entities);
            return true;
        });
    }

    private static synchronized EntityManagerFactory emptied(Database database) {
        var factory = OPEN.computeIfAbsent(database, which -> which.open(which.fresh()));
        Database.inTransaction(factory, entities -> {
            for (var table : new String[] {"ledger_sealed_head", "ledger_seal", "ledger_entry", "ledger_head"}) {
                entities.createNativeQuery("delete from review." + table).executeUpdate();
            }
            return entities.createNativeQuery(
                            "update review.ledger_origin set installation = '00000000-0000-0000-0000-000000000000'")
                    .executeUpdate();
        });
        return factory;
    }
}
