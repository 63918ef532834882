package dev.rushlight.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.connection.ConnectionBench;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.InstallationDataSource;
import dev.rushlight.installation.RowVisits;
import dev.rushlight.installation.SteppingClock;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows that looking for what is due takes, counted by the databases themselves. */
@ParameterizedClass
@EnumSource(Database.class)
class OutboxPlanTest {

    private static final int WAITING = 300;
    private static final int SETTLED = 900;

    private final Database database;
    private final SteppingClock clock = new SteppingClock();
    private final ExchangeBench bench = new ExchangeBench(clock);
    private final RowVisits visits = new RowVisits();
    private EntityManagerFactory entities;

    OutboxPlanTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        entities = Database.open(visits.counting(new InstallationDataSource(database.fresh())));
    }

    @AfterEach
    void close() {
        entities.close();
    }

    @Test
    void manyEventsOfOneLineAreEachLookedAtOnceAndNotOncePerOther() {
        var line = UUID.randomUUID();
        var connection = ask(now -> ConnectionBench.somewhere(now, bench, clock));
        owe(SETTLED, connection, line);
        ask(now -> now.createQuery("update OutboxRow r set r.state = :acknowledged, r.owed = false")
                .setParameter("acknowledged", OutboxState.ACKNOWLEDGED)
                .executeUpdate());
        owe(WAITING, connection, line);

        visits.forget();
        var claimed = ask(now -> bench.desk(now).claim(connection, OwedKind.ALL, 64));
        assertThat(claimed).hasSize(1);
        ask(now -> bench.desk(now).nextDue(connection));

        // Two questions, each of which reads an entry and perhaps its row.
        assertThat(visits.visits()).as(visits.plans()).isLessThan(2 * 3 * WAITING);
    }

    private void owe(int events, ConnectionId connection, UUID line) {
        ask(now -> {
            for (var number = 0; number < events; number++) {
                bench.outbox(now)
                        .owe(connection, OwedKind.DECISION, line, UUID.randomUUID(), Duration.ZERO, Audience.TEAM);
            }
            return events;
        });
    }

    private <T> T ask(Function<EntityManager, T> question) {
        return Database.inTransaction(entities, question);
    }
}
