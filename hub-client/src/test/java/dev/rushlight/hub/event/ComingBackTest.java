package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.peer.PeerConnection;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How a hub notices a loss, comes back, and loses nothing by it. */
class ComingBackTest extends HubAtPeer {

    static Stream<Arguments> endings() {
        return Stream.of(
                ending("says goodbye and closes", PeerConnection::closeDecently),
                ending("says goodbye only", connection -> connection.send("0::")),
                ending("closes without a goodbye", PeerConnection::closeBarely),
                ending("resets", PeerConnection::abort),
                ending("cuts a frame in half", PeerConnection::sendHalfAFrame),
                ending("reports an error", connection -> connection.send("7:::no such client+reconnect")),
                ending("reports an error without advice", connection -> connection.send("7::")),
                ending("falls silent", PeerConnection::fallSilent));
    }

    private static Arguments ending(String name, Consumer<PeerConnection> ending) {
        return Arguments.of(name, ending);
    }

    @ParameterizedTest(name = "a server that {0}")
    @MethodSource("endings")
    void everyEndingLeadsToANewConnectionWithNothingLost(String name, Consumer<PeerConnection> ending)
            throws Exception {
        hub = quick().silence(Duration.ofMillis(600)).build();
        hub.subscribe("topic=news", this::hear);
        live();
        var first = peer.nextConnection();
        peer.onEvent((connection, event) -> {
            // On the first connection nothing published is acknowledged.
            if (connection != first) {
                connection.behave(event);
            }
        });
        var a = hub.publish(Event.of("a", JsonValue.NULL).withId("e-a"));
        var b = hub.publish(Event.of("b", JsonValue.NULL).withId("e-b"));
        peer.nextEvent("b");
        ending.accept(first);
        assertThat(get(a)).isEqualTo(Delivery.acknowledged());
        assertThat(get(b)).isEqualTo(Delivery.acknowledged());
        var second = peer.nextConnection();
        assertThat(idsOf(second.texts().subList(2, 4))).containsExactly("e-a", "e-b");
        assertThat(second.subscriptionCount()).isEqualTo(2);
        second.deliver(Event.of("news", JsonValue.TRUE));
        assertThat(nextHeard().data()).isEqualTo(JsonValue.TRUE);
        assertThat(first.awaitEnd()).isTrue();
    }

    static Stream<String> harmless() {
        return Stream.of(
                "8::",
                "1::",
                "3:::hello",
                "4:::{\"a\":1}",
                "",
                "garbage",
                "9::",
                "5::",
                "5:::{\"name\":\"ftrack.event\"}",
                "5:::{\"name\":\"ftrack.event\",\"args\":[]}",
                "5:::{\"name\":\"ftrack.event\",\"args\":[{\"topic\":7}]}",
                "5:::{\"name\":\"ftrack.event\",\"args\":[{\"topic\":\"news\",\"topic\":\"news\"}]}",
                "5:::{broken",
                "5:::[1,2]",
                "5:::" + "[".repeat(50_000),
                "5:::{\"name\":\"ftrack.event\",\"args\":[{\"topic\":\"news\",\"data\":1e999999}]}",
                "5:::{\"name\":\"ftrack.event\",\"args\":[{\"topic\":\"news\",\"target\":\"((\"}]}",
                "6:::77+[{\"success\":true}]");
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void whatCannotBeReadIsPassedOver(String text) throws Exception {
        hub.subscribe("topic=news", this::hear);
        live();
        var connection = peer.nextConnection();
        connection.send(text);
        connection.deliver(Event.of("news", Json.createValue("after")));
        assertThat(nextHeard().data()).isEqualTo(Json.createValue("after"));
        assertThat(peer.openConnections()).isEqualTo(1);
        assertThat(hub.status().state()).isEqualTo(HubState.LIVE);
    }

    @Test
    void heartbeatsAreAnsweredAndNoticed() {
        live();
        var connection = peer.nextConnection();
        var noticed = hub.lastReceived().orElseThrow();
        beat(connection);
        beat(connection);
        assertThat(hub.lastReceived().orElseThrow()).isAfterOrEqualTo(noticed);
    }

    @Test
    void aServerThatPromisedToBeSlowIsGivenTime() {
        hub = quick().silence(Duration.ofMillis(100)).build();
        peer.answersPings(false);
        live();
        assertThat(peer.nextConnection().awaitEndWithin(Duration.ofMillis(500))).isFalse();
    }

    @Test
    void aServerThatShowedItsRhythmIsHeldToIt() {
        hub = quick().silence(Duration.ofMillis(300)).build();
        peer.answersPings(false);
        live();
        var connection = peer.nextConnection();
        beat(connection);
        beat(connection);
        assertThat(connection.awaitEnd()).isTrue();
    }

    @Test
    void aServerThatPromisedNothingIsHeldToTheUsual() {
        hub = quick().silence(Duration.ofMillis(300)).build();
        peer.answersPings(false);
        peer.onHandshake(request -> HttpAnswer.ok("s:::websocket"));
        live();
        assertThat(peer.nextConnection().awaitEnd()).isTrue();
    }

    @Test
    void whatFailsUnforeseenStartsOver() throws Exception {
        var broken = new AtomicBoolean();
        InstantSource clock = () -> {
            if (broken.getAndSet(false)) {
                throw new IllegalStateException("broken on purpose");
            }
            return Instant.EPOCH;
        };
        hub = quick().clock(clock.withZone(ZoneOffset.UTC)).build();
        live();
        watch();
        broken.set(true);
        peer.nextConnection().heartbeat();
        awaitState(HubState.WAITING);
        awaitState(HubState.LIVE);
    }

    @Test
    void aServerWithoutHeartbeatsIsKeptByItsAnswersToPings() {
        hub = quick().silence(Duration.ofMillis(300)).build();
        live();
        var connection = peer.nextConnection();
        assertThat(connection.awaitEndWithin(Duration.ofMillis(900))).isFalse();
    }

    @Test
    void aLinkOnWhichALargeEventMovesSlowlyIsNotDead() throws Exception {
        hub = quick().acknowledgementDeadline(Duration.ofMillis(500))
                .eventLimit(10 << 20)
                .unsettledLimit(10, 20 << 20)
                .build();
        live();
        var connection = peer.nextConnection();
        connection.readSlowly(Duration.ofMillis(20));
        // Of this the system keeps some until it is read, but never all.
        var large = Event.of("a", Json.createValue("x".repeat(10_000_000)));
        assertThat(get(hub.publish(large))).isEqualTo(Delivery.acknowledged());
        assertThat(peer.openConnections()).isEqualTo(1);
        assertThat(connection.texts()).hasSize(2);
    }

    @Test
    void aLinkOnWhichNothingMovesIsDead() {
        hub = impatient().eventLimit(10 << 20).unsettledLimit(10, 20 << 20).build();
        live();
        var connection = peer.nextConnection();
        connection.readSlowly(LONG);
        hub.publish(Event.of("a", Json.createValue("x".repeat(10_000_000))));
        peer.nextConnection();
        assertThat(hub.awaitLive(LONG)).isTrue();
        hub.close();
        var end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (senders() > 0 && System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
        assertThat(senders()).as("nobody is left sending on the dead link").isZero();
    }

    private static long senders() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("hub-send"))
                .count();
    }

    @Test
    void aSubscriptionThatWaitsBehindALargeEventIsNotOverdue() throws Exception {
        hub = quick().acknowledgementDeadline(Duration.ofSeconds(2))
                .eventLimit(10 << 20)
                .build();
        live();
        watch();
        var connection = peer.nextConnection();
        connection.readSlowly(Duration.ofMillis(2_800));
        var large = hub.publish(Event.of("a", Json.createValue("x".repeat(7_000_000))));
        var subscription = hub.subscribe("topic=news", this::hear);
        assertThat(connection.awaitEndWithin(Duration.ofMillis(2_500))).isFalse();
        connection.readSlowly(Duration.ZERO);
        assertThat(get(subscription.confirmed())).isEqualTo(Delivery.acknowledged());
        assertThat(get(large)).isEqualTo(Delivery.acknowledged());
        assertThat(moves).extracting(HubStatus::state).doesNotContain(HubState.WAITING);
    }

    @Test
    void resetsAtFullSpeedLoseNothingAndKeepTheOrder() throws Exception {
        hub = quick().unsettledLimit(10_000, 8 << 20).build();
        var seen = new CopyOnWriteArrayList<String>();
        var count = new AtomicInteger();
        peer.onEvent((connection, event) -> {
            if (event.topic().equals("n")) {
                seen.add(event.id());
                if (count.incrementAndGet() % 97 == 0) {
                    connection.abort();
                    return;
                }
            }
            connection.behave(event);
        });
        hub.connect();
        var ids = IntStream.range(0, 1_000).mapToObj(i -> "e" + i).toList();
        var deliveries = ids.stream()
                .map(id -> hub.publish(Event.of("n", JsonValue.NULL).withId(id)))
                .toList();
        for (var delivery : deliveries) {
            assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
        }
        assertThat(new ArrayList<>(new LinkedHashSet<>(seen))).isEqualTo(ids);
        assertThat(seen.size()).isGreaterThan(ids.size());
    }

    @Test
    void manyReconnectsLeaveNoThreadsBehind() throws Exception {
        live();
        watch();
        peer.nextConnection().abort();
        awaitState(HubState.LIVE);
        for (var i = 0; i < 20; i++) {
            peer.nextConnection().closeDecently();
            awaitState(HubState.LIVE);
        }
        // The container has one such thread per connection.
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().contains("SelectorRunner"))
                .hasSizeLessThan(10);
    }

    @Test
    void everyThreadLetsAPlainProgramEnd() {
        live();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().toLowerCase().contains("hub")
                        || thread.getName().contains("Grizzly")
                        || thread.getName().contains("tyrus"))
                .isNotEmpty()
                .allMatch(Thread::isDaemon);
    }
}
