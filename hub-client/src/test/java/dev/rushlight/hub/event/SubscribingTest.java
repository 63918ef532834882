package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who hears of which events, and in which order. */
class SubscribingTest extends HubAtPeer {

    @Test
    void aSubscriptionOfALiveHubIsAnnouncedBeforeWhatIsPublishedNext() throws Exception {
        live();
        var subscription = hub.subscribe("topic=news", this::hear);
        hub.publish(Event.of("news", Json.createValue(1)));
        assertThat(nextHeard().data()).isEqualTo(Json.createValue(1));
        assertThat(get(subscription.confirmed())).isEqualTo(Delivery.acknowledged());
        assertThat(hub.status().state()).isEqualTo(HubState.LIVE);
    }

    @Test
    void aClosedSubscriptionHearsNothingAndIsTakenBack() throws Exception {
        live();
        var subscription = hub.subscribe("topic=news", this::hear);
        get(subscription.confirmed());
        subscription.close();
        subscription.close();
        var taken = peer.nextEvent("ftrack.meta.unsubscribe");
        assertThat(taken.event().dataObject().getJsonObject("subscriber").getString("id"))
                .isEqualTo(subscription.id());
        hub.subscribe("topic=news and data=last", this::hear);
        hub.publish(Event.of("news", Json.createValue("first")));
        hub.publish(Event.of("news", Json.createValue("last")));
        assertThat(nextHeard().data()).isEqualTo(Json.createValue("last"));
        assertThat(heard).isEmpty();
    }

    @Test
    void aSubscriptionClosedBeforeItWasConfirmedSettles() throws Exception {
        var subscription = hub.subscribe("topic=a", this::hear);
        subscription.close();
        assertThat(get(subscription.confirmed()).result()).isEqualTo(Delivery.Result.UNCONFIRMED);
        live();
        assertThat(peer.nextConnection().subscriptionCount()).isEqualTo(1);
    }

    @Test
    void subscriberIdsAreUniqueInAHub() {
        var subscriber = JsonText.parseObject("{\"id\":\"intake\"}");
        hub.subscribe("topic=a", subscriber, 100, this::hear);
        assertThatExceptionOfType(SubscriberNotUnique.class)
                .isThrownBy(() -> hub.subscribe("topic=b", subscriber, 100, this::hear))
                .withMessage("There already is a subscriber \"intake\"");
    }

    @Test
    void handlersHearInPriorityOrderOnlyWhatIsMeantForThem() throws Exception {
        var order = new LinkedBlockingQueue<String>();
        subscribeAs("late", 200, order);
        subscribeAs("early", 1, order);
        subscribeAs("usual", 100, order);
        live();
        hub.publish(Event.of("news", JsonValue.NULL).withTarget("id=usual"));
        hub.publish(Event.of("news", JsonValue.NULL));
        assertThat(drain(order, 4)).containsExactly("usual", "early", "usual", "late");
    }

    @Test
    void aThrowingHandlerHarmsNobody() throws Exception {
        hub.subscribe("topic=news", event -> {
            throw new IllegalStateException("broken on purpose");
        });
        hub.subscribe("topic=news", event -> {
            throw new StackOverflowError();
        });
        hub.subscribe("topic=news", this::hear);
        live();
        hub.publish(Event.of("news", JsonValue.NULL));
        hub.publish(Event.of("news", JsonValue.NULL));
        nextHeard();
        nextHeard();
        assertThat(hub.status().state()).isEqualTo(HubState.LIVE);
    }

    @Test
    void aSlowHandlerHoldsUpNeitherHeartbeatsNorAcknowledgements() throws Exception {
        var release = new CountDownLatch(1);
        var entered = new CountDownLatch(1);
        hub.subscribe("topic=news", event -> {
            entered.countDown();
            awaitQuietly(release);
            return hear(event);
        });
        live();
        var connection = peer.nextConnection();
        hub.publish(Event.of("news", Json.createValue(1)));
        entered.await();
        hub.publish(Event.of("news", Json.createValue(2)));
        beat(connection);
        assertThat(get(hub.publish(Event.of("other", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
        release.countDown();
        assertThat(nextHeard().data()).isEqualTo(Json.createValue(1));
        assertThat(nextHeard().data()).isEqualTo(Json.createValue(2));
    }

    @Test
    void localEventsNeedNoConnection() {
        hub.subscribe("topic=local", event -> Optional.of(event.data()));
        hub.subscribe("topic=local", event -> Optional.empty());
        hub.subscribe("topic=other", event -> Optional.of(JsonValue.FALSE));
        assertThat(hub.publishLocally(Event.of("local", JsonValue.TRUE))).containsExactly(JsonValue.TRUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 5_000_000, 10_000_000})
    void largeEventsArriveWhole(int size) throws Exception {
        hub.subscribe("topic=news", this::hear);
        live();
        var connection = peer.nextConnection();
        var data = Json.createValue("ab".repeat(size / 2));
        connection.deliver(Event.of("news", data));
        assertThat(nextHeard().data()).isEqualTo(data);
        connection.sendFragmented("5:::" + EventFrame.write(Event.of("news", data)), 60_000);
        assertThat(nextHeard().data()).isEqualTo(data);
    }

    @Test
    void aMessageBeyondTheLimitIsThrownAwayWhateverItsFrames() throws Exception {
        hub = quick().messageLimit(100_000).build();
        hub.subscribe("topic=news", this::hear);
        live();
        var connection = peer.nextConnection();
        var large = "5:::" + EventFrame.write(Event.of("news", Json.createValue("x".repeat(200_000))));
        connection.sendFragmented(large, 1_000);
        connection.deliver(Event.of("news", Json.createValue("small")));
        assertThat(nextHeard().data()).isEqualTo(Json.createValue("small"));
        connection.send(large);
        var second = peer.nextConnection();
        assertThat(hub.awaitLive(LONG)).isTrue();
        second.deliver(Event.of("news", Json.createValue("again")));
        assertThat(nextHeard().data()).isEqualTo(Json.createValue("again"));
    }

    @Test
    void aSubscriberThatCannotTravelIsRefused() {
        var builders = Json.createBuilderFactory(Map.of());
        var deep = JsonValue.EMPTY_JSON_OBJECT;
        for (var i = 0; i < 100; i++) {
            deep = builders.createObjectBuilder().add("a", deep).build();
        }
        var subscriber = deep;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hub.subscribe("topic=a", subscriber, 100, this::hear))
                .withMessageContaining("nested deeper");
        var half = builders.createObjectBuilder().add("note", "\ud83d").build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hub.subscribe("topic=a", half, 100, this::hear))
                .withMessageContaining("half of a surrogate pair");
    }
}
