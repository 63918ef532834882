package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.peer.PeerConnection;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the JavaScript client gets wrong about event hubs, by the numbers of its list of defects. */
class JavaScriptClientDefectsTest extends HubAtPeer {
    @Nested
    class Defect22TheWebSocketLibrary {

        @Test
        void isFoundWhateverTheCallersThreadCanSee() throws Exception {
            try (var blind = new URLClassLoader(new URL[0], null)) {
                var caller = new Thread(hub::connect);
                caller.setContextClassLoader(blind);
                caller.start();
                caller.join();
                assertThat(hub.awaitLive(LONG)).isTrue();
            }
        }
    }

    @Nested
    class Defect23TwoHubsOfOneUser {

        @Test
        void haveSocketsOfTheirOwn() throws Exception {
            hub.subscribe("topic=news", JavaScriptClientDefectsTest.this::hear);
            live();
            try (var other = quick().build()) {
                other.connect();
                assertThat(other.awaitLive(LONG)).isTrue();
                assertThat(peer.openConnections()).isEqualTo(2);
            }
            assertThat(get(hub.publish(Event.of("news", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
            nextHeard();
            assertThat(heard).isEmpty();
        }
    }

    @Nested
    class Defect24PacketsOfEveryForm {

        @Test
        void countGoodbyesAndRefusalsIncluded() throws Exception {
            live();
            answerEvents(event -> "6:::" + event.packetId().getAsLong() + "+[{\"success\":false,\"message\":\"no\"}]");
            assertThat(get(hub.publish(Event.of("a", JsonValue.NULL)))).isEqualTo(Delivery.refused("no"));
            peer.onEvent(PeerConnection::behave);
            var connection = peer.nextConnection();
            connection.send("0::");
            assertThat(connection.awaitEnd()).isTrue();
            assertThat(hub.awaitLive(LONG)).isTrue();
        }

        @ParameterizedTest
        @ValueSource(strings = {"5:::", "5:12::", "5:12+::", "5::/studio:", "5:12+:/studio:"})
        void mayHaveIdsAndEndpoints(String head) throws Exception {
            hub.subscribe("topic=news", JavaScriptClientDefectsTest.this::hear);
            live();
            peer.nextConnection().send(head + EventFrame.write(Event.of("news", Json.createValue("a:b:::c"))));
            assertThat(nextHeard().data()).isEqualTo(Json.createValue("a:b:::c"));
        }
    }

    @Nested
    class Defect25AHandshakeThatFails {

        @ParameterizedTest
        @ValueSource(strings = {":15:60:websocket", "", "s:15:60", "{\"exception\":\"ServerError\"}"})
        void isAFailureAndOpensNoSocket(String answer) throws Exception {
            var upgrades = new AtomicInteger();
            peer.onUpgrade(request -> upgrades.incrementAndGet() > 0);
            peer.onHandshake(request -> HttpAnswer.ok(answer));
            hub.connect();
            var settled = get(hub.firstSettled());
            assertThat(settled.state()).isEqualTo(HubState.WAITING);
            assertThat(settled.detail()).isPresent();
            assertThat(upgrades).hasValue(0);
        }
    }

    @Nested
    class Defect26Subscriptions {

        @Test
        void areAnnouncedOnceAndKnowExpressionsAndTargets() throws Exception {
            hub.subscribe("topic=news and data.room=north", JavaScriptClientDefectsTest.this::hear);
            live();
            var connection = peer.nextConnection();
            assertThat(topicsOf(connection.texts())).hasSize(2).containsOnly("ftrack.meta.subscribe");
            var north = JsonText.parseObject("{\"room\":\"north\"}");
            connection.send("5:::" + EventFrame.write(Event.of("news", north).withTarget("id=somebody-else")));
            connection.send("5:::" + EventFrame.write(Event.of("news", JsonText.parseObject("{\"room\":\"south\"}"))));
            connection.send("5:::" + EventFrame.write(Event.of("news", north).withId("e3")));
            assertThat(nextHeard().id()).isEqualTo("e3");
            assertThat(heard).isEmpty();
        }
    }

    @Nested
    class Defect27APublishThatTimedOut {

        @Test
        void isNotSentLater() throws Exception {
            hub = quick().publishDeadline(SHORT).build();
            assertThat(get(hub.publish(Event.of("late", JsonValue.NULL))).result())
                    .isEqualTo(Delivery.Result.UNCONFIRMED);
            live();
            get(hub.publish(Event.of("next", JsonValue.NULL)));
            assertThat(topicsOf(peer.nextConnection().texts())).containsExactly("ftrack.meta.subscribe", "next");
            assertNothingIsOwed();
        }
    }

    @Nested
    class Defect28AFirstTryThatFails {

        @Test
        void poisonsNothingAndNoHeaderSaysUndefined() throws Exception {
            peer.onHandshake(request -> HttpAnswer.of(500, ""));
            hub.connect();
            assertThat(get(hub.firstSettled()).state()).isEqualTo(HubState.WAITING);
            peer.onHandshake(request -> HttpAnswer.ok("s:15:60:websocket"));
            assertThat(hub.awaitLive(LONG)).isTrue();
            assertThat(get(hub.publish(Event.of("a", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
            assertThat(peer.nextRequest("/socket.io/1/").headers().values())
                    .doesNotContain("undefined", "null", "Optional.empty");
        }
    }
}
