package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.peer.PeerConnection;
import dev.rushlight.hub.peer.PeerEvent;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a peer does in the middle of a stream of publishes: every publish is settled, in order and with nothing left
 * behind, and the hub still hears.
 */
class MisbehavingPeerTest extends HubAtPeer {

    private static final int EVENTS = 20;
    private static final String CULPRIT = "e7";

    static Stream<Arguments> misdeeds() {
        return Stream.of(
                misdeed("acknowledges too late", (connection, event) -> {
                    connection.deliver(event.event());
                    CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS)
                            .execute(() -> connection.acknowledge(event));
                }),
                misdeed("acknowledges twice", (connection, event) -> {
                    connection.acknowledge(event);
                    connection.behave(event);
                }),
                misdeed("acknowledges what was never sent", (connection, event) -> {
                    connection.send("6:::99999999+[{\"success\":true}]");
                    connection.behave(event);
                }),
                misdeed("acknowledges with two arguments", answers("6:::ID+[{\"success\":true},2]")),
                misdeed("cuts a frame in half", leaves(PeerConnection::sendHalfAFrame)),
                misdeed("closes without a goodbye", leaves(PeerConnection::closeBarely)),
                misdeed("says goodbye only", leaves(connection -> connection.send("0::"))),
                misdeed("resets the connection", leaves(PeerConnection::abort)),
                misdeed("reports an error", leaves(connection -> connection.send("7:::1+0"))),
                misdeed("falls silent", leaves(PeerConnection::fallSilent)),
                misdeed("sends a noop", saysFirst("8::")),
                misdeed("sends an unknown code", saysFirst("9::")),
                misdeed("sends nothing in a frame", saysFirst("")),
                misdeed("sends a message", saysFirst("3:::hello")),
                misdeed("sends bare JSON", saysFirst("4:::{\"a\":[]}")),
                misdeed(
                        "sends an event with an id",
                        saysFirst("5:7+::{\"name\":\"x\",\"args\":[{\"topic\":\"other\"}]}")),
                misdeed("sends an event without arguments", saysFirst("5:::{\"name\":\"ftrack.event\"}")),
                misdeed("sends a broken event", saysFirst("5:::{\"name\":\"ftrack.ev")),
                misdeed("nests 50,000 arrays", saysFirst("5:::" + "[".repeat(50_000))),
                misdeed("sends 10 MB of text", saysFirst("x".repeat(10_000_000))),
                misdeed("sends an event of 10 MB", (connection, event) -> {
                    connection.send(
                            "5:::" + EventFrame.write(Event.of("other", Json.createValue("x".repeat(10_000_000)))));
                    connection.behave(event);
                }),
                misdeed("sends more than is taken", (connection, event) -> {
                    connection.sendFragmented("x".repeat(12 << 20), 1 << 16);
                    connection.behave(event);
                }));
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                misdeed("loses an acknowledgement", (connection, event) -> connection.deliver(event.event())),
                misdeed("acknowledges without an argument", answers("6:::ID+[]")),
                misdeed("acknowledges with null", answers("6:::ID+[null]")),
                misdeed("acknowledges in broken JSON", answers("6:::ID+[{")),
                misdeed("acknowledges without an id", answers("6:::")));
    }

    @ParameterizedTest(name = "a peer that {0}")
    @MethodSource("misdeeds")
    void aPeerThatMisbehavesLeavesNobodyDeafOrWaiting(String name, BiConsumer<PeerConnection, PeerEvent> misdeed)
            throws Exception {
        assertThat(settledBy(misdeed, impatient())).isEqualTo(Delivery.acknowledged());
    }

    @ParameterizedTest(name = "a peer that {0}")
    @MethodSource("losses")
    void aPeerThatNeverSaysWhatBecameOfAnEventLeavesOnlyThatOneUnconfirmed(
            String name, BiConsumer<PeerConnection, PeerEvent> misdeed) throws Exception {
        var delivery = settledBy(misdeed, impatient().publishDeadline(Duration.ofSeconds(3)));
        assertThat(delivery).isEqualTo(Delivery.unconfirmed("not acknowledged within 3000 ms"));
        assertThat(peer.openConnections()).isEqualTo(1);
    }

    /** What becomes of the event over which the peer misbehaves, once everything else is as it should be. */
    private Delivery settledBy(BiConsumer<PeerConnection, PeerEvent> misdeed, EventHub.Builder builder)
            throws Exception {
        hub = builder.silence(Duration.ofSeconds(2)).build();
        var order = new CopyOnWriteArrayList<String>();
        hub.subscribe("topic=n", event -> {
            order.add(event.id());
            return Optional.empty();
        });
        hub.subscribe("topic=afterwards", this::hear);
        hub.subscribe("topic=ask", event -> Optional.of(JsonValue.TRUE));
        live();
        misbehaveOnce(misdeed);
        var ids = IntStream.range(0, EVENTS).mapToObj(i -> "e" + i).toList();
        var deliveries = ids.stream()
                .map(id -> hub.publish(Event.of("n", JsonValue.NULL).withId(id)))
                .toList();
        var reply = hub.publishAndAwaitReply(Event.of("ask", JsonValue.NULL), LONG);
        var culprit = deliveries.get(ids.indexOf(CULPRIT));
        for (var delivery : deliveries) {
            if (delivery != culprit) {
                assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
            }
        }
        assertThat(get(reply).data()).isEqualTo(JsonValue.TRUE);
        assertThat(get(hub.publish(Event.of("afterwards", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
        nextHeard();
        assertThat(hub.status().state()).isEqualTo(HubState.LIVE);
        assertThat(withoutRepeats(order)).isEqualTo(ids);
        var settled = get(culprit);
        assertNothingIsOwed();
        return settled;
    }

    /** Everything is as it should be but for the first copy of one event. */
    private void misbehaveOnce(BiConsumer<PeerConnection, PeerEvent> misdeed) {
        var done = new AtomicBoolean();
        peer.onEvent((connection, event) -> {
            if (event.id().equals(CULPRIT) && done.compareAndSet(false, true)) {
                misdeed.accept(connection, event);
            } else {
                connection.behave(event);
            }
        });
    }

    private static Arguments misdeed(String name, BiConsumer<PeerConnection, PeerEvent> misdeed) {
        return Arguments.of(name, misdeed);
    }

    private static BiConsumer<PeerConnection, PeerEvent> saysFirst(String text) {
        return (connection, event) -> {
            connection.send(text);
            connection.behave(event);
        };
    }

    /** Takes the event, but answers so that nobody can tell. */
    private static BiConsumer<PeerConnection, PeerEvent> answers(String text) {
        return (connection, event) -> {
            connection.send(text.replace("ID", Long.toString(event.packetId().getAsLong())));
            connection.deliver(event.event());
        };
    }

    private static BiConsumer<PeerConnection, PeerEvent> leaves(Consumer<PeerConnection> ending) {
        return (connection, event) -> ending.accept(connection);
    }

    private static List<String> withoutRepeats(List<String> ids) {
        return new ArrayList<>(new LinkedHashSet<>(ids));
    }
}
