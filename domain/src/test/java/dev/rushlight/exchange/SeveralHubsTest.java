package dev.rushlight.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rushlight.connection.ConnectionBench;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.SteppingClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What is owed goes to the hub that it came through and to those that hear everything, each at its own pace. */
@ParameterizedClass
@EnumSource(Database.class)
class SeveralHubsTest {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Database database;
    private final SteppingClock clock = new SteppingClock();
    private final ExchangeBench bench = new ExchangeBench(clock);
    private final UUID line = UUID.randomUUID();
    private ConnectionId own;
    private ConnectionId other;

    SeveralHubsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void connectTwice() {
        own = somewhere();
        other = somewhere();
    }

    /** The database is shared, and no other test shall be told of everything. */
    @AfterEach
    void hearNothingMore() {
        route(other, Routing.own(true));
    }

    @Test
    void byDefaultOnlyTheOwnHubIsTold() {
        owe(Audience.CLIENT, Duration.ZERO);

        assertThat(claim(own)).hasSize(1);
        assertThat(claim(other)).isEmpty();
    }

    @Test
    void whoHearsEverythingIsToldUnderTheSameId() {
        route(other, new Routing(true, false, true));
        var subject = owe(Audience.TEAM, Duration.ZERO);

        assertThat(claim(own)).extracting(OwedEvent::eventId).containsExactly(subject.toString());
        assertThat(claim(other)).extracting(OwedEvent::eventId).containsExactly(subject.toString());
    }

    @Test
    void whatIsForTheTeamNeverGoesWhereClientsListen() {
        route(other, new Routing(true, true, true));
        owe(Audience.TEAM, Duration.ZERO);
        assertThat(claim(other)).isEmpty();

        owe(Audience.CLIENT, Duration.ZERO);
        assertThat(claim(other)).hasSize(1);
    }

    @Test
    void evenTheOwnHubIsNotToldWhatIsForTheTeamIfClientsListenThere() {
        route(own, new Routing(false, true, true));

        owe(Audience.TEAM, Duration.ZERO);

        assertThat(claim(own)).isEmpty();
    }

    @Test
    void aDisabledHubOwnsItsDebtsButHearsNothingOfOthers() {
        route(other, new Routing(true, false, false));
        route(own, Routing.own(false));

        owe(Audience.CLIENT, Duration.ZERO);

        assertThat(claim(own)).hasSize(1);
        assertThat(claim(other)).isEmpty();
    }

    @Test
    void anUndoTakesItBackEverywhereOrNowhere() {
        route(other, new Routing(true, false, true));
        var undone = owe(Audience.CLIENT, GRACE);
        assertThat(cancel(undone)).isTrue();
        assertThat(standings(undone)).extracting(hub -> hub.standing().state()).containsOnly(OutboxState.CANCELLED);

        var late = owe(Audience.CLIENT, GRACE);
        clock.advance(GRACE);
        assertThat(claim(other)).hasSize(1);
        assertThat(cancel(late)).isFalse();
        assertThat(standings(late))
                .extracting(hub -> hub.standing().state())
                .containsExactlyInAnyOrder(OutboxState.HELD, OutboxState.SENT);
    }

    @Test
    void itIsOnlyAsFarAsTheSlowestHub() {
        route(other, new Routing(true, false, true));
        var subject = owe(Audience.CLIENT, Duration.ZERO);

        acknowledge(claim(own));

        assertThat(standing(subject).state()).isEqualTo(OutboxState.READY);
        assertThat(standings(subject))
                .extracting(HubStanding::connection, hub -> hub.standing().state())
                .containsExactlyInAnyOrder(tuple(own, OutboxState.ACKNOWLEDGED), tuple(other, OutboxState.READY));

        acknowledge(claim(other));

        assertThat(standing(subject).state()).isEqualTo(OutboxState.ACKNOWLEDGED);
    }

    @Test
    void nothingIsOwedToAnUnroutedHub() {
        database.doInTransaction(entities -> bench.outbox(entities).unroute(own));

        owe(Audience.CLIENT, Duration.ZERO);

        assertThat(claim(own)).isEmpty();
    }

    private ConnectionId somewhere() {
        return database.inTransaction(entities -> ConnectionBench.somewhere(entities, bench, clock));
    }

    private void route(ConnectionId connection, Routing routing) {
        database.doInTransaction(entities -> bench.outbox(entities).route(connection, routing));
    }

    private UUID owe(Audience audience, Duration grace) {
        var subject = UUID.randomUUID();
        database.doInTransaction(
                entities -> bench.outbox(entities).owe(own, OwedKind.DECISION, line, subject, grace, audience));
        return subject;
    }

    private boolean cancel(UUID subject) {
        return database.inTransaction(entities -> bench.outbox(entities).cancel(subject));
    }

    private List<OwedEvent> claim(ConnectionId connection) {
        return database.inTransaction(entities -> bench.desk(entities).claim(connection, OwedKind.ALL, 10));
    }

    private void acknowledge(List<OwedEvent> owed) {
        database.doInTransaction(entities -> bench.desk(entities)
                .acknowledged(owed.stream().map(OwedEvent::id).toList()));
    }

    private Standing standing(UUID subject) {
        return database.inTransaction(
                entities -> bench.outbox(entities).standing(List.of(subject)).get(subject));
    }

    private List<HubStanding> standings(UUID subject) {
        return database.inTransaction(entities -> bench.outbox(entities).standings(subject));
    }
}
