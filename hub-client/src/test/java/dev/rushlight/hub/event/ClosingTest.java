package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubState;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How a hub ends. */
class ClosingTest extends HubAtPeer {

    @Test
    void closingTakesSubscriptionsBackAndSaysGoodbye() {
        hub.subscribe("topic=a", this::hear);
        live();
        var connection = peer.nextConnection();
        hub.close();
        assertThat(connection.awaitEnd()).isTrue();
        assertThat(connection.texts()).last().isEqualTo("0::");
        assertThat(connection.subscriptionCount()).isZero();
        assertThat(hub.status().state()).isEqualTo(HubState.CLOSED);
    }

    @Test
    void closingLeavesNobodyWaiting() throws Exception {
        live();
        peer.onEvent((connection, event) -> {});
        var sent = hub.publish(Event.of("a", JsonValue.NULL));
        var awaited = hub.publishAndAwaitReply(Event.of("b", JsonValue.NULL), LONG);
        var subscription = hub.subscribe("topic=c", this::hear);
        hub.close();
        assertThat(get(sent)).isEqualTo(Delivery.unconfirmed("the hub connection was closed"));
        assertThatNoReply(awaited).withMessageContaining("the hub connection was closed");
        assertThat(get(subscription.confirmed()).result()).isEqualTo(Delivery.Result.UNCONFIRMED);
    }

    @Test
    void aClosedHubStaysClosedAndSettlesAtOnce() throws Exception {
        hub.close();
        hub.close();
        assertThat(get(hub.publish(Event.of("a", JsonValue.NULL))).result()).isEqualTo(Delivery.Result.UNCONFIRMED);
        assertThatNoReply(hub.publishAndAwaitReply(Event.of("b", JsonValue.NULL), LONG));
        assertThat(get(hub.subscribe("topic=c", this::hear).confirmed()).result())
                .isEqualTo(Delivery.Result.UNCONFIRMED);
        assertThat(get(hub.firstSettled()).state()).isEqualTo(HubState.CLOSED);
        assertThat(hub.awaitLive(LONG)).isFalse();
        assertThatIllegalStateException().isThrownBy(hub::connect);
    }

    @Test
    void closingDoesNotWaitForAServerThatDoesNotListen() {
        live();
        peer.nextConnection().fallSilent();
        var begun = System.nanoTime();
        hub.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(2_500));
    }

    @Test
    void whatWasHeardBeforeClosingIsStillHandled() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        hub.subscribe("topic=a", event -> {
            begun.countDown();
            awaitQuietly(goOn);
            return hear(event);
        });
        live();
        for (var i = 0; i < 3; i++) {
            get(hub.publish(Event.of("a", Json.createValue(i))));
        }
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        beat(peer.nextConnection());
        watch();
        var closing = new Thread(hub::close);
        closing.start();
        awaitState(HubState.CLOSED);
        goOn.countDown();
        closing.join();
        assertThat(heard)
                .extracting(Event::data)
                .extracting(JsonValue::toString)
                .containsExactly("0", "1", "2");
    }

    @Test
    void closingWaitsForNoHandlerThatHangs() throws Exception {
        var begun = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        hub.subscribe("topic=a", event -> {
            begun.countDown();
            awaitQuietly(never);
            return hear(event);
        });
        live();
        hub.publish(Event.of("a", JsonValue.NULL));
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        var start = System.nanoTime();
        hub.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(2_500));
        never.countDown();
    }

    @Test
    void aHubCanBeClosedFromItsOwnHandler() throws Exception {
        var done = new CountDownLatch(1);
        hub.subscribe("topic=stop", event -> {
            hub.close();
            done.countDown();
            return Optional.empty();
        });
        live();
        hub.publish(Event.of("stop", JsonValue.NULL));
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(hub.status().state()).isEqualTo(HubState.CLOSED);
    }

    @Test
    void aThreadOfTheCallersOutlivesTheHub() throws Exception {
        var thread = Executors.newSingleThreadScheduledExecutor();
        try {
            hub = quick().hubThread(thread).handlers(Runnable::run).build();
            hub.subscribe("topic=a", this::hear);
            live();
            hub.publish(Event.of("a", JsonValue.NULL));
            nextHeard();
            hub.close();
            assertThat(hub.status().state()).isEqualTo(HubState.CLOSED);
            assertThat(get(hub.publish(Event.of("a", JsonValue.NULL))).result()).isEqualTo(Delivery.Result.UNCONFIRMED);
            assertThat(get(hub.subscribe("topic=b", this::hear).confirmed()).result())
                    .isEqualTo(Delivery.Result.UNCONFIRMED);
            assertThat(thread.submit(() -> "alive").get()).isEqualTo("alive");
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void aSubscriptionSettlesEvenIfTheCallersThreadEndedBeforeTheHub() throws Exception {
        var thread = Executors.newSingleThreadScheduledExecutor();
        hub = quick().hubThread(thread).build();
        var subscription = hub.subscribe("topic=a", this::hear);
        thread.shutdownNow();
        hub.close();
        assertThat(get(subscription.confirmed()).result()).isEqualTo(Delivery.Result.UNCONFIRMED);
    }

    @Test
    void aSubscriptionThatIsMadeWhileTheHubClosesSettles() throws Exception {
        for (var i = 0; i < 50; i++) {
            var closing = quick().build();
            var start = new CountDownLatch(1);
            var subscription = CompletableFuture.supplyAsync(() -> {
                awaitQuietly(start);
                return closing.subscribe("topic=a", this::hear);
            });
            start.countDown();
            closing.close();
            assertThat(get(get(subscription).confirmed()).result()).isEqualTo(Delivery.Result.UNCONFIRMED);
        }
    }

    @Test
    void nothingOfTheHubPrintsASecret() {
        live();
        assertThat(hub).asString().contains("LIVE").doesNotContain("s3cret");
    }
}
