package dev.rushlight.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.connection.ConnectionBench;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.SteppingClock;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class PurgeTest {

    private final EntityManagerFactory factory;
    private final SteppingClock clock = new SteppingClock();
    private final ExchangeBench bench = new ExchangeBench(clock);
    private ConnectionId connection;

    PurgeTest(Database database) {

        this.factory = database.open(database.fresh()); // whatever else is old there would go, too
    }

    @BeforeEach
    void connect() {
        connection = Database.inTransaction(factory, entities -> ConnectionBench.somewhere(entities, bench, clock));
    }

    @AfterEach
    void close() {
        factory.close();
    }

    @Test
    void whatCameInLongAgoIsForgottenABatchAtATime() {
        for (var number = 0; number < 5; number++) {
            receive("old-" + number);
        }
        clock.advance(Duration.ofDays(90));
        receive("new");

        assertThat(forgetReceived(3)).isEqualTo(3);
        assertThat(forgetReceived(3)).isEqualTo(2);
        assertThat(forgetReceived(3)).isZero();
        assertThat(receipt("old-0")).isEmpty();
        assertThat(receipt("new")).isPresent();
    }

    @Test
    void onlySettledEventsAreForgottenAndDecisionsNever() {
        owe(OwedKind.ITEM_RECEIVED);
        owe(OwedKind.DECISION);
        acknowledge();
        var owed = owe(OwedKind.ITEM_RECEIVED);
        clock.advance(Duration.ofDays(90));

        assertThat(forgetSettled(10)).isEqualTo(1);
        assertThat(rows()).isEqualTo(2);
        assertThat(claim()).extracting(OwedEvent::eventId).containsExactly(owed.toString());
    }

    private void receive(String eventId) {
        Database.inTransaction(factory, entities -> {
            bench.inbox(entities)
                    .keep(new Intake(
                            connection,
                            eventId,
                            "webreview.submit",
                            clock.instant(),
                            Optional.empty(),
                            Optional.empty(),
                            InboxState.ACCEPTED,
                            "{}",
                            "{}"));
            return true;
        });
    }

    private Optional<String> receipt(String eventId) {
        return Database.inTransaction(factory, entities -> bench.inbox(entities).receiptFor(connection, eventId));
    }

    private UUID owe(OwedKind kind) {
        var subject = UUID.randomUUID();
        Database.inTransaction(factory, entities -> {
            bench.outbox(entities).owe(connection, kind, UUID.randomUUID(), subject, Duration.ZERO);
            return true;
        });
        return subject;
    }

    private List<OwedEvent> claim() {
        return Database.inTransaction(factory, entities -> bench.desk(entities).claim(connection, OwedKind.ALL, 10));
    }

    private void acknowledge() {
        var ids = claim().stream().map(OwedEvent::id).toList();
        Database.inTransaction(factory, entities -> {
            bench.desk(entities).acknowledged(ids);
            return true;
        });
    }

    private int forgetReceived(int most) {
        return Database.inTransaction(
                factory,
                entities ->
                        new PurgeDesk(entities).forgetReceived(clock.instant().minus(Duration.ofDays(30)), most));
    }

    private int forgetSettled(int most) {
        return Database.inTransaction(
                factory,
                entities ->
                        new PurgeDesk(entities).forgetSettled(clock.instant().minus(Duration.ofDays(30)), most));
    }

    private long rows() {
        return Database.inTransaction(
                factory,
                entities -> entities.createQuery("select count(r) from OutboxRow r", Long.class)
                        .getSingleResult());
    }
}
