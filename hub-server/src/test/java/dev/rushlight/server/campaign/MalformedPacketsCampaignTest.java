package dev.rushlight.server.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import dev.rushlight.hub.peer.FaultProxy;
import dev.rushlight.hub.peer.PeerConnection;
import dev.rushlight.hub.peer.ScriptedPeer;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a broken hub sends, the client stays able to hear and to be heard, or knows that it is not and comes back. */
@Timeout(60)
class MalformedPacketsCampaignTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AtomicInteger KINDS = new AtomicInteger();
    private static final AtomicInteger UNHARMED = new AtomicInteger();
    private static final List<String> RECONNECTED = new ArrayList<>();

    private final ScriptedPeer peer = new ScriptedPeer();
    private final FaultProxy link = new FaultProxy(peer.address());
    private final LinkedBlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final HubSettings settings =
            HubSettings.of(link.address(), peer.settings().credentials());
    private final EventHub hub =
            EventHub.builder(settings).random(Campaign.luck("malformed")).build();
    private final StatusLog moves = new StatusLog(hub);

    @BeforeEach
    void goLive() {
        hub.subscribe("topic=campaign.*", event -> {
            heard.add(event.id());
            return Optional.empty();
        });
        hub.connect();
        assertThat(hub.awaitLive(SOON)).isTrue();
    }

    @AfterEach
    void closeAll() {
        moves.close();
        hub.close();
        link.close();
        peer.close();
    }

    @AfterAll
    static void report() {
        Campaign.report(
                "malformed packets: %d/%d unharmed; a new connection was made after: %s",
                UNHARMED.get(), KINDS.get(), RECONNECTED);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                text("no text at all", ""),
                text("no packet", "hello"),
                text("unknown code", "9:::"),
                text("noop", "8::"),
                text("two parts", "5:"),
                text("endless id", "5:" + "1".repeat(1_000) + "+::{}"),
                text("event without data", "5:::"),
                text("event with half a JSON text", "5:::{\"name\":\"ftrack.event\",\"args\":[{\"topic\":\"campaign"),
                text("event that is an array", "5:::[]"),
                text("event without arguments", "5:::{\"name\":\"ftrack.event\"}"),
                text("event with no argument", "5:::{\"name\":\"ftrack.event\",\"args\":[]}"),
                text("event with a number for an envelope", "5:::{\"name\":\"ftrack.event\",\"args\":[7]}"),
                event("envelope without a topic", "\"id\":\"x\""),
                event("topic that is null", "\"topic\":null"),
                event("topic that is a list", "\"topic\":[\"campaign.x\"]"),
                event("unknown key in the envelope", "\"topic\":\"campaign.x\",\"surprise\":1"),
                event("source that is a text", "\"topic\":\"campaign.x\",\"source\":\"me\""),
                event("target that is no expression", "\"topic\":\"campaign.x\",\"target\":\"((\""),
                event("half of a surrogate pair", "\"topic\":\"campaign.x\",\"data\":\"\\ud800\""),
                event("number of a billion digits", "\"topic\":\"campaign.x\",\"data\":1e999999999"),
                event("same key twice", "\"topic\":\"campaign.x\",\"topic\":\"campaign.y\""),
                event("text of 11 MB", "\"topic\":\"campaign.x\",\"data\":\"" + "x".repeat(11 << 20) + "\""),
                event(
                        "nesting of 50,000",
                        "\"topic\":\"campaign.x\",\"data\":" + "[".repeat(50_000) + "]".repeat(50_000)),
                text("acknowledgement without arguments", "6:::1"),
                text("acknowledgement of null", "6:::1+[null]"),
                text("acknowledgement with two arguments", "6:::1+[{\"success\":true},{}]"),
                text("acknowledgement that nobody waits for", "6:::999999+[{\"success\":true}]"),
                text("acknowledgement of an endless number", "6:::" + "9".repeat(400) + "+[{\"success\":true}]"),
                text("greeting again", "1::"),
                text("heartbeat with an attachment", "2:::{\"a\":1}"),
                text("error", "7:::unauthorized+reconnect"),
                text("goodbye", "0::"));
    }

    static Stream<Arguments> frames() {
        return Stream.of(
                frame("binary message", 0x82, 3, 1, 2, 3),
                frame("text that is no UTF-8", 0x81, 4, '5', ':', 0xc3, 0x28),
                frame("reserved frame code", 0x8b, 0),
                frame("reserved bits", 0xf1, 1, 'x'),
                frame("continuation of nothing", 0x80, 1, 'x'),
                frame("masked frame", 0x81, 0x81, 0, 0, 0, 0, 'x'),
                frame("ping of 126 bytes", 0x89, 126, 0, 126),
                frame("frame of a negative length", 0x81, 127, 255, 255, 255, 255, 255, 255, 255, 255),
                frame("bare close", 0x88, 2, 3, 0xe8),
                frame("close with one byte", 0x88, 1, 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void clientIsUnharmedByPacket(String kind, String text) throws Exception {
        var connection = peer.nextConnection();
        tryOut(kind, () -> connection.send(text), connection);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("frames")
    void clientIsUnharmedByFrame(String kind, byte[] frame) throws Exception {
        tryOut(kind, () -> link.inject(frame), peer.nextConnection());
    }

    /** Deaf is who calls itself live and neither hears what is sent next nor gets acknowledged what it sends. */
    private void tryOut(String kind, Runnable misdeed, PeerConnection first) throws Exception {
        KINDS.incrementAndGet();
        var since = System.nanoTime();
        misdeed.run();

        var marker = Event.of("campaign.marker", JsonValue.TRUE);
        var delivery = hub.publish(marker).toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
        assertThat(delivery).isEqualTo(Delivery.acknowledged());
        awaitHeard(marker.id());
        UNHARMED.incrementAndGet();
        if (moves.has(since, HubState.WAITING)) {
            RECONNECTED.add(kind);
        } else {
            assertThat(first.awaitEndWithin(Duration.ZERO))
                    .as("the connection ended")
                    .isFalse();
        }
    }

    private void awaitHeard(String id) throws InterruptedException {
        var next = "";
        while (!next.equals(id)) {
            next = heard.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            assertThat(next).as("an event that is heard").isNotNull();
        }
    }

    private static Arguments text(String kind, String text) {
        return Arguments.of(kind, text);
    }

    private static Arguments event(String kind, String members) {
        return text(kind, "5:::{\"name\":\"ftrack.event\",\"args\":[{" + members + "}]}");
    }

    private static Arguments frame(String kind, int... bytes) {
        var frame = new byte[bytes.length];
        for (var i = 0; i < bytes.length; i++) {
            frame[i] = (byte) bytes[i];
        }
        return Arguments.of(kind, frame);
    }
}
