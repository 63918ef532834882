package dev.rushlight.web.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.OutboxState;
import dev.rushlight.exchange.OwedEvent;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.event.Event;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DecisionRelayTest {
    private final HandCranked thread = new HandCranked();
    private final RememberedOutbox outbox = new RememberedOutbox(thread.clock());
    private final FakeHub hub = new FakeHub();
    private final DecisionRelay relay =
            new DecisionRelay(ConnectionId.random(), outbox, DecisionRelayTest::write, hub, thread.clock(), thread);

    @Test
    void owedEventIsPublishedAndSettled() {
        var row = outbox.owe("sh020", Duration.ZERO);

        wake();
        assertThat(hub.published()).containsExactly("event-1");
        assertThat(outbox.state(row)).isEqualTo(OutboxState.SENT);

        hub.answerAll(Delivery.acknowledged());
        thread.run();
        assertThat(outbox.state(row)).isEqualTo(OutboxState.ACKNOWLEDGED);
    }

    @Test
    void eventsOfOneLineLeaveOneAfterTheOther() {
        outbox.owe("sh020", Duration.ZERO);
        outbox.owe("sh020", Duration.ZERO);
        outbox.owe("sh030", Duration.ZERO);
        outbox.owe("sh020", Duration.ZERO);

        wake();
        assertThat(hub.published()).containsExactly("event-1", "event-3");

        hub.answerAll(Delivery.acknowledged());
        thread.run();
        assertThat(hub.published()).containsExactly("event-1", "event-3", "event-2");

        hub.answerAll(Delivery.acknowledged());
        thread.run();
        hub.answerAll(Delivery.acknowledged());
        thread.run();
        assertThat(hub.published()).containsExactly("event-1", "event-3", "event-2", "event-4");
        assertThat(LongStream.rangeClosed(1, 4).mapToObj(outbox::state)).containsOnly(OutboxState.ACKNOWLEDGED);
    }

    @Test
    void failedEventHoldsTheLaterOnesOfItsLineBack() {
        outbox.owe("sh020", Duration.ZERO);
        outbox.owe("sh020", Duration.ZERO);
        wake();

        hub.answerAll(Delivery.unconfirmed("connection lost"));
        thread.run();
        assertThat(hub.published()).containsExactly("event-1");

        thread.advance(RememberedOutbox.PAUSE);
        assertThat(hub.published()).containsExactly("event-1", "event-1");

        hub.answerAll(Delivery.acknowledged());
        thread.run();
        assertThat(hub.published()).containsExactly("event-1", "event-1", "event-2");
    }

    @Test
    void sameIdIsSentEveryTime() {
        var row = outbox.owe("sh020", Duration.ZERO);
        wake();

        for (int attempt = 0; attempt < 3; attempt++) {
            hub.answerAll(Delivery.unconfirmed("no answer"));
            thread.run();
            thread.advance(RememberedOutbox.PAUSE);
        }

        assertThat(hub.published()).containsExactly("event-1", "event-1", "event-1", "event-1");
        assertThat(outbox.attempts(row)).isEqualTo(4);
    }

    @Test
    void lostHubGivesItsRowsBackAndTheyLeaveWhenItReturns() {
        outbox.owe("sh020", Duration.ZERO);
        wake();

        hub.live = false;
        hub.answerAll(Delivery.unconfirmed("connection lost"));
        thread.run();
        assertThat(outbox.state(1)).isEqualTo(OutboxState.READY);
        assertThat(outbox.errors).containsExactly("connection lost");

        outbox.owe("sh030", Duration.ZERO);
        relay.wake();
        thread.advance(Duration.ofMinutes(5));
        assertThat(hub.published()).containsExactly("event-1");
        assertThat(outbox.attempts(2)).isZero();

        hub.live = true;
        relay.recover(Duration.ZERO);
        thread.run();
        assertThat(hub.published()).containsExactly("event-1", "event-1", "event-2");
    }

    @Test
    void whatACrashLeftIsSentAgainUnderItsId() {
        outbox.owe("sh020", Duration.ZERO);
        outbox.claim(ConnectionId.random(), OwedKind.ALL, 1);

        relay.recover(Duration.ZERO);
        thread.run();

        assertThat(hub.published()).containsExactly("event-1");
    }

    @Test
    void rowsUnderwayAreNotRecoveredByAReconnect() {
        outbox.owe("sh020", Duration.ZERO);
        wake();

        relay.recover(Duration.ZERO);
        thread.run();
        assertThat(hub.published()).containsExactly("event-1");

        hub.answerAll(Delivery.acknowledged());
        thread.run();
        assertThat(hub.published()).containsExactly("event-1");
        assertThat(outbox.state(1)).isEqualTo(OutboxState.ACKNOWLEDGED);
    }

    @Test
    void decisionsWaitForTheOtherClientsToComeBack() {
        outbox.owe("sh020", Duration.ZERO);
        outbox.owe("sh020", Duration.ZERO);

        relay.recover(Duration.ofSeconds(16));
        thread.advance(Duration.ofSeconds(1));
        outbox.owe("sh030", Duration.ZERO);
        relay.wake();
        thread.advance(Duration.ofSeconds(14));
        assertThat(hub.published()).isEmpty();
        assertThat(outbox.attempts(1)).isZero();

        thread.advance(Duration.ofSeconds(1));
        assertThat(hub.published()).containsExactly("event-1", "event-3");
    }

    @Test
    void receiptsDoNotWaitForAnybody() {
        outbox.owe("sh020", Duration.ZERO);
        relay.recover(Duration.ofSeconds(16));
        thread.run();

        outbox.owe("receipt", OwedKind.RECEIPT, Duration.ZERO);
        wake();

        assertThat(hub.published()).containsExactly("event-2");
    }

    @Test
    void aFailingDatabaseDoesNotShortenTheWait() {
        outbox.owe("sh020", Duration.ZERO);
        relay.recover(Duration.ofSeconds(16));
        thread.run();

        outbox.fail(1);
        wake();
        thread.advance(Duration.ofSeconds(10));

        assertThat(hub.published()).isEmpty();
    }

    @Test
    void aHubThatNeverHeardOfUsHasNobodyToWaitFor() {
        outbox.hasHistory = false;
        relay.recover(Duration.ofSeconds(16));
        thread.run();

        outbox.owe("sh020", Duration.ZERO);
        wake();

        assertThat(hub.published()).containsExactly("event-1");
    }

    @Test
    void heldEventLeavesWhenItsGraceIsOver() {
        wake();
        outbox.owe("sh020", Duration.ofSeconds(10));
        relay.wake();

        thread.advance(Duration.ofMillis(9_900));
        assertThat(hub.published()).isEmpty();

        thread.advance(Duration.ofMillis(100));
        assertThat(hub.published()).containsExactly("event-1");
    }

    @Test
    void somebodyElsesRowIsFoundWithoutACall() {
        wake();
        outbox.owe("sh020", Duration.ZERO);

        thread.advance(DecisionRelay.IDLE);

        assertThat(hub.published()).containsExactly("event-1");
    }

    @Test
    void refusalIsReportedAsSuch() {
        outbox.owe("sh020", Duration.ZERO);
        wake();

        hub.answerAll(Delivery.refused("too big"));
        thread.run();

        assertThat(outbox.errors).containsExactly("refused: too big");
    }

    @Test
    void rowThatCannotBeWrittenIsACountedAttemptAndHindersNobody() {
        var unwritable = outbox.owe("unwritable", Duration.ZERO);
        var good = outbox.owe("sh020", Duration.ZERO);
        var relay = new DecisionRelay(
                ConnectionId.random(),
                outbox,
                owed -> {
                    if (owed.id() == unwritable) {
                        throw new IncompleteEvent("Decision 1 is gone");
                    }
                    return write(owed);
                },
                hub,
                thread.clock(),
                thread);

        relay.wake();
        thread.run();
        hub.answerAll(Delivery.acknowledged());
        thread.run();

        assertThat(outbox.state(good)).isEqualTo(OutboxState.ACKNOWLEDGED);
        assertThat(outbox.state(unwritable)).isEqualTo(OutboxState.READY);
        assertThat(outbox.attempts(unwritable)).isEqualTo(1);
        assertThat(outbox.errors).containsExactly("Decision 1 is gone");
    }

    @Test
    void publishThatThrowsIsACountedAttempt() {
        outbox.owe("sh020", Duration.ZERO);
        hub.broken = true;

        wake();

        assertThat(outbox.state(1)).isEqualTo(OutboxState.READY);
        assertThat(outbox.errors).containsExactly("broken");
    }

    @Test
    void outboxThatCannotBeReadIsTriedAgain() {
        outbox.owe("sh020", Duration.ZERO);
        outbox.fail(2);

        wake();
        assertThat(hub.published()).isEmpty();

        thread.advance(DecisionRelay.AFTER_FAILURE.multipliedBy(2));
        assertThat(hub.published()).containsExactly("event-1");
    }

    @Test
    void acknowledgementIsNotForgottenWhenTheDatabaseFails() {
        outbox.owe("sh020", Duration.ZERO);
        wake();
        outbox.fail(3);

        hub.answerAll(Delivery.acknowledged());
        thread.run();
        assertThat(outbox.state(1)).isEqualTo(OutboxState.SENT);

        thread.advance(DecisionRelay.AFTER_FAILURE.multipliedBy(3));
        assertThat(outbox.state(1)).isEqualTo(OutboxState.ACKNOWLEDGED);
        assertThat(hub.published()).containsExactly("event-1");
    }

    @Test
    void batchesAreBounded() {
        for (int i = 0; i < 100; i++) {
            outbox.owe("line-" + i, Duration.ZERO);
        }

        wake();
        assertThat(hub.published()).hasSize(DecisionRelay.BATCH);

        hub.answerAll(Delivery.acknowledged());
        thread.run();
        assertThat(hub.published()).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void closedRelayClaimsNothing() {
        relay.close(Duration.ZERO);
        outbox.owe("sh020", Duration.ZERO);

        wake();

        assertThat(hub.published()).isEmpty();
        assertThat(thread.isShutdown()).isTrue();
    }

    @Test
    void answerAfterTheCloseLeavesTheRowToTheNextRelay() {
        outbox.owe("sh020", Duration.ZERO);
        wake();
        relay.close(Duration.ZERO);

        hub.answerAll(Delivery.unconfirmed("closed"));
        thread.run();
        assertThat(outbox.state(1)).isEqualTo(OutboxState.SENT);

        var next = new HandCranked();
        new DecisionRelay(ConnectionId.random(), outbox, DecisionRelayTest::write, hub, next.clock(), next).wake();
        next.run();
        assertThat(hub.published()).containsExactly("event-1", "event-1");
    }

    private void wake() {
        relay.wake();
        thread.run();
    }

    private static Event write(OwedEvent owed) {
        return Event.of("webreview.decision.approved", JsonValue.EMPTY_JSON_OBJECT)
                .withId(owed.eventId());
    }

    /** A hub that takes events and answers when it is told to. */
    private static final class FakeHub implements Outlet {
        private final List<Event> published = new ArrayList<>();
        private final List<CompletableFuture<Delivery>> open = new ArrayList<>();
        private boolean live = true;
        private boolean broken;

        List<String> published() {
            return published.stream().map(Event::id).toList();
        }

        void answerAll(Delivery delivery) {
            var answered = List.copyOf(open);
            open.clear();
            answered.forEach(future -> future.complete(delivery));
        }

        @Override
        public boolean isLive() {
            return live;
        }

        @Override
        public CompletionStage<Delivery> publish(Event event) {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            published.add(event);
            var answer = new CompletableFuture<Delivery>();
            open.add(answer);
            return answer;
        }
    }
}
