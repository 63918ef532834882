package dev.rushlight.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rushlight.connection.ConnectionBench;
import dev.rushlight.installation.Database;
import dev.rushlight.installation.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class OutboxTest {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final Database database;
    private final SteppingClock clock = new SteppingClock();
    private final ExchangeBench bench = new ExchangeBench(clock);
    private final UUID line = UUID.randomUUID();
    private ConnectionId connection;

    OutboxTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void connect() {
        connection = database.inTransaction(entities -> ConnectionBench.somewhere(entities, bench, clock));
    }

    @Test
    void whatIsOwedIsAnnouncedAndClaimedOnce() {
        var subject = owe(line, Duration.ZERO);

        assertThat(bench.outboxChanges.heard()).containsExactly(new OutboxChanged(connection));
        assertThat(claim()).singleElement().satisfies(owed -> {
            assertThat(owed.connection()).isEqualTo(connection);
            assertThat(owed.subject()).contains(subject);
            assertThat(owed.eventId()).isEqualTo(subject.toString());
            assertThat(owed.attempt()).isEqualTo(1);
        });
        assertThat(claim()).isEmpty();
        assertThat(depth()).isEqualTo(1);
    }

    @Test
    void aLineLeavesInTheOrderInWhichItWasOwed() {
        var subjects = IntStream.range(0, 5)
                .mapToObj(number -> owe(line, Duration.ZERO))
                .toList();

        var left = new ArrayList<UUID>();
        for (var owed = claim(); !owed.isEmpty(); owed = claim()) {
            assertThat(owed).hasSize(1);
            left.add(owed.get(0).subject().orElseThrow());
            acknowledge(owed);
        }

        assertThat(left).isEqualTo(subjects);
        assertThat(depth()).isZero();
    }

    @Test
    void linesDoNotWaitForEachOther() {
        owe(line, GRACE);
        var other = owe(UUID.randomUUID(), Duration.ZERO);

        assertThat(claim()).extracting(owed -> owed.subject().orElseThrow()).containsExactly(other);
    }

    @Test
    void aReceiptWaitsForNothing() {
        owe(line, GRACE);
        database.doInTransaction(entities -> bench.outbox(entities).oweReceipt(connection, "client-1", "ev-1", "{}"));

        assertThat(claim()).singleElement().satisfies(owed -> {
            assertThat(owed.kind()).isEqualTo(OwedKind.RECEIPT);
            assertThat(owed.subject()).isEmpty();
            assertThat(owed.target()).contains("client-1");
            assertThat(owed.inReplyTo()).contains("ev-1");
            assertThat(owed.payload()).contains("{}");
        });
    }

    @Test
    void whatIsHeldLeavesAfterTheGraceAndNotBefore() {
        owe(line, GRACE);

        clock.advance(GRACE.minusMillis(1));
        assertThat(claim()).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(claim()).hasSize(1);
    }

    @Test
    void whatIsHeldCanBeTakenBack() {
        var subject = owe(line, GRACE);

        assertThat(cancel(subject)).isTrue();
        assertThat(cancel(subject)).isFalse();
        clock.advance(GRACE);
        assertThat(claim()).isEmpty();
        assertThat(standing(subject).state()).isEqualTo(OutboxState.CANCELLED);
    }

    @Test
    void whatIsDueCannotBeTakenBack() {
        var subject = owe(line, GRACE);
        clock.advance(GRACE);

        assertThat(cancel(subject)).isFalse();
        assertThat(claim()).hasSize(1);
    }

    @Test
    void anAcknowledgedEventIsSettledForEver() {
        var subject = owe(line, Duration.ZERO);
        var owed = claim();
        acknowledge(owed);
        acknowledge(owed);
        release(owed.get(0));

        assertThat(standing(subject).state()).isEqualTo(OutboxState.ACKNOWLEDGED);
        assertThat(standing(subject).settledAt()).contains(clock.instant());
        assertThat(recover()).isZero();
        assertThat(claim()).isEmpty();
    }

    @Test
    void eachFailureDoublesTheWaitAndTheTwentiethIsTheLast() {
        var subject = owe(line, Duration.ZERO);
        var next = owe(line, Duration.ZERO);
        var waits = new ArrayList<Long>();
        for (var attempt = 1; attempt <= 20; attempt++) {
            var owed = claim();
            assertThat(owed).hasSize(1);
            assertThat(owed.get(0).attempt()).isEqualTo(attempt);
            assertThat(owed.get(0).subject()).contains(subject);
            release(owed.get(0));
            if (attempt < 20) {
                var wait = Duration.between(clock.instant(), standing(subject).notBefore());
                waits.add(wait.toSeconds());
                assertThat(nextDue()).isEqualTo(wait);
                clock.advance(wait.minusMillis(1));
                assertThat(claim()).isEmpty();
                clock.advance(Duration.ofMillis(1));
            }
        }

        assertThat(waits)
                .containsExactly(
                        1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L, 300L, 300L, 300L, 300L, 300L, 300L, 300L,
                        300L);
        assertThat(standing(subject).state()).isEqualTo(OutboxState.DEAD);
        assertThat(standing(subject).lastError()).contains("connection lost");
        assertThat(claim()).extracting(owed -> owed.subject().orElseThrow()).containsExactly(next);
    }

    @Test
    void aDeadEventCanBeSentAgainUnderItsOldId() {
        var subject = owe(line, Duration.ZERO);
        var first = claim().get(0);
        for (var attempt = 1; attempt < 20; attempt++) {
            release(first);
            clock.advance(Duration.ofMinutes(5));
            claim();
        }
        release(first);
        assertThat(depth()).isZero();

        resend(first.id());

        var again = claim();
        assertThat(again).singleElement().satisfies(owed -> {
            assertThat(owed.eventId()).isEqualTo(first.eventId());
            assertThat(owed.subject()).contains(subject);
            assertThat(owed.attempt()).isEqualTo(1);
        });
    }

    @Test
    void onlyADeadEventIsSentAgain() {
        owe(line, Duration.ZERO);
        var owed = claim().get(0);

        assertThatIllegalStateException()
                .isThrownBy(() -> resend(owed.id()))
                .withMessage("Only a dead event is sent again, and this one is SENT");
        assertThatExceptionOfType(NoSuchOwedEvent.class).isThrownBy(() -> resend(-1));
    }

    @Test
    void whatACrashLeftBehindIsOwedAgain() {
        var subject = owe(line, Duration.ZERO);
        var other = owe(UUID.randomUUID(), Duration.ZERO);
        var lost = claim();
        assertThat(lost).hasSize(2);

        assertThat(recover()).isEqualTo(2);

        var again = claim();
        assertThat(again).extracting(owed -> owed.subject().orElseThrow()).containsExactly(subject, other);
        assertThat(again)
                .extracting(OwedEvent::eventId)
                .isEqualTo(lost.stream().map(OwedEvent::eventId).toList());
        assertThat(again).extracting(OwedEvent::attempt).containsOnly(2);
    }

    @Test
    void whatIsNotAskedForWaitsAndHoldsItsLine() {
        owe(line, Duration.ZERO);
        database.doInTransaction(entities ->
                bench.outbox(entities).owe(connection, OwedKind.ITEM_RECEIVED, line, UUID.randomUUID(), Duration.ZERO));
        database.doInTransaction(entities -> bench.outbox(entities).oweReceipt(connection, "asker", "question", "{}"));

        List<OwedEvent> claimed =
                inDesk(desk -> desk.claim(connection, Set.of(OwedKind.RECEIPT, OwedKind.ITEM_RECEIVED), 10));

        assertThat(claimed).extracting(OwedEvent::kind).containsExactly(OwedKind.RECEIPT);
        assertThat(claim()).extracting(OwedEvent::kind).containsExactly(OwedKind.DECISION);
    }

    @Test
    void aReturningHubNeitherProlongsNorReopensAnUndoGrace() {
        var over = owe(line, GRACE);
        clock.advance(GRACE);
        var running = owe(UUID.randomUUID(), GRACE);
        var until = standing(running).notBefore();

        recover();

        assertThat(cancel(over)).isFalse();
        assertThat(standing(running).notBefore()).isEqualTo(until);
    }

    @Test
    void aConnectionThatWasNeverOwedAnythingHasNoHistory() {
        boolean before = inDesk(desk -> desk.hasHistory(connection));
        owe(line, Duration.ZERO);
        boolean after = inDesk(desk -> desk.hasHistory(connection));

        assertThat(before).isFalse();
        assertThat(after).isTrue();
    }

    @Test
    void nobodyWaitsOutAnOldDelayWhenTheHubIsBack() {
        owe(line, Duration.ZERO);
        var owed = claim().get(0);
        database.doInTransaction(entities -> bench.desk(entities).released(owed.id(), "lost"));
        assertThat(claim()).isEmpty();

        assertThat(recover()).isZero();

        assertThat(claim()).hasSize(1);
    }

    @Test
    void nothingIsDueWhileTheLineIsOnItsWay() {
        owe(line, Duration.ZERO);
        owe(line, Duration.ZERO);
        claim();

        assertThat(isAnythingDue()).isFalse();
    }

    @Test
    void oneConnectionNeverSeesWhatAnotherIsOwed() {
        owe(line, Duration.ZERO);
        var other = database.inTransaction(entities -> ConnectionBench.somewhere(entities, bench, clock));

        List<OwedEvent> others = inDesk(desk -> desk.claim(other, OwedKind.ALL, 10));
        int recovered = inDesk(desk -> desk.recover(other));
        assertThat(others).isEmpty();
        assertThat(recovered).isZero();
        assertThat(claim()).hasSize(1);
    }

    @Test
    void aLongErrorIsCutAndAnUnreadableOneCleaned() {
        var subject = owe(line, Duration.ZERO);
        var owed = claim().get(0);
        database.doInTransaction(entities -> bench.desk(entities).refused(owed.id(), "a\0b" + "x".repeat(5_000)));

        assertThat(standing(subject).lastError().orElseThrow())
                .startsWith("a\uFFFDb")
                .hasSize(1_000);
    }

    @Test
    void everyStateKnowsItsMoves() {
        assertThat(OutboxState.HELD.next()).containsExactly(OutboxState.READY, OutboxState.SENT, OutboxState.CANCELLED);
        assertThat(OutboxState.ACKNOWLEDGED.next()).isEmpty();
        assertThat(OutboxState.CANCELLED.next()).isEmpty();
        assertThat(OutboxState.DEAD.next()).containsExactly(OutboxState.READY);
    }

    private UUID owe(UUID ofLine, Duration grace) {
        var subject = UUID.randomUUID();
        database.doInTransaction(
                entities -> bench.outbox(entities).owe(connection, OwedKind.DECISION, ofLine, subject, grace));
        return subject;
    }

    private boolean cancel(UUID subject) {
        return database.inTransaction(entities -> bench.outbox(entities).cancel(subject));
    }

    private Standing standing(UUID subject) {
        return database.inTransaction(
                entities -> bench.outbox(entities).standing(List.of(subject)).get(subject));
    }

    private <T> T inDesk(Function<OutboxDesk, T> work) {
        return database.inTransaction(entities -> work.apply(bench.desk(entities)));
    }

    private List<OwedEvent> claim() {
        return inDesk(desk -> desk.claim(connection, OwedKind.ALL, 100));
    }

    private int depth() {
        return inDesk(desk -> desk.depth(connection));
    }

    private int recover() {
        return inDesk(desk -> desk.recover(connection));
    }

    private boolean isAnythingDue() {
        return inDesk(desk -> desk.nextDue(connection)).isPresent();
    }

    private Duration nextDue() {
        return Duration.between(
                clock.instant(), inDesk(desk -> desk.nextDue(connection)).orElseThrow());
    }

    private void acknowledge(List<OwedEvent> owed) {
        database.doInTransaction(entities -> bench.desk(entities)
                .acknowledged(owed.stream().map(OwedEvent::id).toList()));
    }

    private void release(OwedEvent owed) {
        database.doInTransaction(entities -> bench.desk(entities).released(owed.id(), "connection lost"));
    }

    private void resend(long id) {
        database.doInTransaction(entities -> bench.desk(entities).resend(id));
    }
}
