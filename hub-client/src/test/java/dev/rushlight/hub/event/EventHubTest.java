package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.rushlight.hub.Backoff;
import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.peer.PeerConnection;
import dev.rushlight.hub.peer.PeerEvent;
import dev.rushlight.hub.peer.ScriptedPeer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class EventHubTest {

    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final ScriptedPeer peer = new ScriptedPeer();
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<HubStatus> moves = new LinkedBlockingQueue<>();
    private EventHub hub = quick().build();

    @AfterEach
    void closeBoth() {
        hub.close();
        peer.close();
    }

    // ---- becoming live

    @Test
    void theHubIsLiveOnlyWhenEverySubscriptionIsAnswered() throws Exception {
        var subscriptions = new LinkedBlockingQueue<PeerEvent>();
        peer.onEvent((connection, event) -> subscriptions.add(event));
        hub.subscribe("topic=studio.ping", this::hear);
        hub.connect();
        var own = subscriptions.poll(10, TimeUnit.SECONDS);
        var other = subscriptions.poll(10, TimeUnit.SECONDS);
        assertThat(own.event().dataObject().toString())
                .isEqualTo(
                        "{\"subscriber\":{\"id\":\"" + hub.id() + "\"},\"subscription\":\"topic=ftrack.meta.reply\"}");
        assertThat(other.event().dataObject().getString("subscription")).isEqualTo("topic=studio.ping");
        assertThat(hub.status().state()).isEqualTo(HubState.CONNECTING);
        own.connection().acknowledge(own);
        beat(own.connection());
        assertThat(hub.status().state()).isEqualTo(HubState.CONNECTING);
        own.connection().acknowledge(other);
        assertThat(hub.awaitLive(LONG)).isTrue();
    }

    @Test
    void aSubscriptionThatTheServerRefusesIsAnAnswerToo() throws Exception {
        peer.onEvent((connection, event) -> connection.send(
                "6:::" + event.packetId().getAsLong() + "+[{\"success\":false,\"message\":\"duplicate\"}]"));
        var subscription = hub.subscribe("topic=a", this::hear);
        hub.connect();
        assertThat(hub.awaitLive(LONG)).isTrue();
        assertThat(get(subscription.confirmed())).isEqualTo(Delivery.refused("duplicate"));
    }

    @Test
    void aSubscriptionThatNobodyAnswersEndsTheConnection() {
        var once = new AtomicInteger();
        peer.onEvent((connection, event) -> {
            if (once.getAndIncrement() > 0) {
                connection.behave(event);
            }
        });
        hub.connect();
        var first = peer.nextConnection();
        assertThat(first.awaitEnd()).isTrue();
        assertThat(hub.awaitLive(LONG)).isTrue();
    }

    @Test
    void credentialsTravelInTheHandshakeAndNowhereElse() {
        peer.onHandshake(request -> new HttpAnswer(200, "Set-Cookie: lb=node7; Path=/\r\n", "abc:15:60:websocket"));
        hub = quickOn(peer.settings().withHeaders(Map.of("X-Studio", "north")).withCookies(Map.of("sso", "1")))
                .build();
        hub.connect();
        assertThat(hub.awaitLive(LONG)).isTrue();
        var handshake = peer.nextRequest("/socket.io/1/").headers();
        assertThat(handshake)
                .containsEntry("ftrack-user", "jo")
                .containsEntry("ftrack-api-key", "s3cret-key")
                .containsEntry("ftrack-strict-api", "false")
                .containsEntry("x-studio", "north")
                .containsEntry("cookie", "sso=1");
        var upgrade = peer.nextConnection().request();
        assertThat(upgrade.path()).isEqualTo("/socket.io/1/websocket/abc");
        assertThat(upgrade.headers())
                .containsEntry("x-studio", "north")
                .containsEntry("cookie", "sso=1; lb=node7")
                .doesNotContainKeys("ftrack-api-key", "ftrack-user");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void wrongCredentialsAreNotTriedAgain(int status) throws Exception {
        var handshakes = new AtomicInteger();
        peer.onHandshake(request -> {
            handshakes.incrementAndGet();
            return HttpAnswer.of(status, "");
        });
        hub.connect();
        var settled = get(hub.firstSettled());
        assertThat(settled.state()).isEqualTo(HubState.REFUSED);
        assertThat(settled.detail()).contains("The server refuses user jo (HTTP " + status + ")");
        assertThat(hub.awaitLive(LONG)).isFalse();
        assertThat(handshakes).hasValue(1);
    }

    @Test
    void aRefusedHubConnectsWhenAskedAgain() throws Exception {
        peer.onHandshake(request -> HttpAnswer.ok("{\"exception\":\"InvalidCredentialsError\",\"content\":\"no\"}"));
        hub.connect();
        assertThat(get(hub.firstSettled()).state()).isEqualTo(HubState.REFUSED);
        watch();
        peer.onHandshake(request -> HttpAnswer.ok("s:15:60:websocket"));
        hub.connect();
        awaitState(HubState.LIVE);
    }

    static Stream<Arguments> badHandshakes() {
        return Stream.of(
                Arguments.of(HttpAnswer.of(500, "oops"), "the server answers the handshake with HTTP 500"),
                Arguments.of(HttpAnswer.of(301, ""), "the server redirects (HTTP 301): use the address it leads to"),
                Arguments.of(
                        HttpAnswer.ok("hello"), "the server's answer is no handshake: The answer has 1 fields, not 4"),
                Arguments.of(HttpAnswer.ok("s:15:60:xhr-polling"), "the server offers no WebSocket"),
                Arguments.of(HttpAnswer.ok("x".repeat(100_000)), "the answer is longer than 65536 bytes"));
    }

    @ParameterizedTest
    @MethodSource("badHandshakes")
    void aHandshakeThatFailsIsTriedAgain(HttpAnswer answer, String why) throws Exception {
        peer.onHandshake(request -> answer);
        hub.connect();
        var settled = get(hub.firstSettled());
        assertThat(settled.state()).isEqualTo(HubState.WAITING);
        assertThat(settled.detail()).contains(why);
        assertThat(settled.nextTry()).isPresent();
        peer.onHandshake(request -> HttpAnswer.ok("s:15:60:websocket"));
        assertThat(hub.awaitLive(LONG)).isTrue();
    }

    @Test
    void aWebSocketThatIsNotAdmittedIsTriedAgain() throws Exception {
        peer.onHandshake(request -> HttpAnswer.ok("s3cret-sid:15:60:websocket"));
        peer.onUpgrade(request -> false);
        hub.connect();
        var settled = get(hub.firstSettled());
        assertThat(settled.state()).isEqualTo(HubState.WAITING);
        assertThat(settled.detail().orElseThrow())
                .startsWith("the WebSocket did not open")
                .doesNotContain("s3cret");
        peer.onUpgrade(request -> true);
        assertThat(hub.awaitLive(LONG)).isTrue();
    }

    @Test
    void aServerThatTakesTooLongIsTriedAgain() throws Exception {
        var answered = new CountDownLatch(1);
        peer.onHandshake(request -> {
            awaitQuietly(answered);
            return HttpAnswer.ok("s:15:60:websocket");
        });
        hub = quick().connectDeadline(SHORT).build();
        hub.connect();
        assertThat(get(hub.firstSettled()).state()).isEqualTo(HubState.WAITING);
        answered.countDown();
        assertThat(hub.awaitLive(LONG)).isTrue();
    }

    @Test
    void aServerThatIsNotThereYetIsFoundWhenItComes() throws Exception {
        var port = peer.port();
        peer.close();
        hub.connect();
        assertThat(get(hub.firstSettled()).state()).isEqualTo(HubState.WAITING);
        try (var late = new ScriptedPeer(port)) {
            assertThat(hub.awaitLive(LONG)).isTrue();
            assertThat(late.openConnections()).isEqualTo(1);
        }
    }

    @Test
    void theStatesAreReportedInOrder() throws Exception {
        watch();
        hub.connect();
        assertThat(nextMove().state()).isEqualTo(HubState.CONNECTING);
        assertThat(nextMove().state()).isEqualTo(HubState.LIVE);
        peer.nextConnection().closeDecently();
        var waiting = nextMove();
        assertThat(waiting.state()).isEqualTo(HubState.WAITING);
        assertThat(waiting.detail()).contains("the hub ended the connection");
        assertThat(nextMove().attempt()).isEqualTo(1);
        assertThat(nextMove().state()).isEqualTo(HubState.LIVE);
        hub.close();
        assertThat(nextMove().state()).isEqualTo(HubState.CLOSED);
    }

    @Test
    void connectedAndDisconnectedAreHeardLocally() throws Exception {
        hub.subscribe("topic=ftrack.meta.connected or topic=ftrack.meta.disconnected", this::hear);
        live();
        assertThat(nextHeard().topic()).isEqualTo("ftrack.meta.connected");
        peer.nextConnection().closeBarely();
        assertThat(nextHeard().topic()).isEqualTo("ftrack.meta.disconnected");
        assertThat(nextHeard().topic()).isEqualTo("ftrack.meta.connected");
    }

    // ---- publishing

    @Test
    void aPublishIsSentAsOtherClientsSendItAndAcknowledged() throws Exception {
        live();
        var connection = peer.nextConnection();
        var event = Event.of("studio.ping", Json.createValue("ü")).withId("e1");
        assertThat(get(hub.publish(event))).isEqualTo(Delivery.acknowledged());
        assertThat(connection.texts())
                .last()
                .asString()
                .matches(
                        "5:\\d+\\+::\\{\"name\":\"ftrack.event\",\"args\":\\[\\{\"topic\":\"studio.ping\",\"id\":\"e1\","
                                + "\"data\":\"ü\",\"sent\":null,\"source\":\\{\"id\":\"" + hub.id()
                                + "\",\"user\":\\{\"username\":\"jo\"},(\"host\":\"[^\"]+\",)?\"applicationId\":\"rushlight.hub\"},"
                                + "\"target\":\"\",\"inReplyToEvent\":null}]}");
    }

    @Test
    void whatTheSourceAlreadySaysIsKept() throws Exception {
        live();
        hub.publish(
                Event.of("studio.ping", JsonValue.NULL).withSource(JsonText.parseObject("{\"id\":\"own\",\"x\":1}")));
        var source = peer.nextEvent("studio.ping").event().source();
        assertThat(source.getString("id")).isEqualTo("own");
        assertThat(source.getInt("x")).isEqualTo(1);
        assertThat(source.getJsonObject("user").getString("username")).isEqualTo("jo");
    }

    @Test
    void aRefusalCarriesTheServersWords() throws Exception {
        live();
        answerEvents(
                event -> "6:::" + event.packetId().getAsLong() + "+[{\"success\":false,\"message\":\"bad target\"}]");
        assertThat(get(hub.publish(Event.of("a", JsonValue.NULL)))).isEqualTo(Delivery.refused("bad target"));
    }

    @Test
    void aLostAcknowledgementMakesTheSameEventGoAgain() throws Exception {
        live();
        var copies = new AtomicInteger();
        peer.onEvent((connection, event) -> {
            if (copies.getAndIncrement() > 0) {
                connection.behave(event);
            }
        });
        var delivery = hub.publish(Event.of("a", JsonValue.NULL).withId("e1"));
        var first = peer.nextEvent("a");
        var second = peer.nextEvent("a");
        assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
        assertThat(second.event()).isEqualTo(first.event());
        assertThat(second.packetId()).isNotEqualTo(first.packetId());
        assertThat(second.connection()).isSameAs(first.connection());
    }

    @Test
    void aLateAcknowledgementOfTheFirstCopySettlesToo() throws Exception {
        live();
        peer.onEvent((connection, event) -> {});
        var delivery = hub.publish(Event.of("a", JsonValue.NULL));
        var first = peer.nextEvent("a");
        peer.nextEvent("a");
        first.connection().acknowledge(first);
        assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
    }

    static Stream<String> answersThatAreNone() {
        return Stream.of(
                "6:::ID",
                "6:::ID+[]",
                "6:::ID+[null]",
                "6:::ID+[true]",
                "6:::ID+[\"success\"]",
                "6:::ID+{\"success\":true}",
                "6:::ID+[{",
                "6:::ID+" + "[".repeat(50_000),
                "6:::99999+[{\"success\":true}]",
                "6:::");
    }

    @ParameterizedTest
    @MethodSource("answersThatAreNone")
    void anAnswerThatIsNoneSettlesNothing(String answer) throws Exception {
        live();
        var copies = new AtomicInteger();
        peer.onEvent((connection, event) -> {
            if (copies.getAndIncrement() == 0) {
                connection.send(
                        answer.replace("ID", Long.toString(event.packetId().getAsLong())));
            } else {
                connection.behave(event);
            }
        });
        var delivery = hub.publish(Event.of("a", JsonValue.NULL));
        assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
        assertThat(copies).hasValue(2);
        assertThat(peer.openConnections()).isEqualTo(1);
    }

    @Test
    void aDoubledAcknowledgementHarmsNothing() throws Exception {
        live();
        peer.onEvent((connection, event) -> {
            connection.acknowledge(event);
            connection.acknowledge(event);
        });
        assertThat(get(hub.publish(Event.of("a", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
        assertThat(get(hub.publish(Event.of("b", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
    }

    @Test
    void aPublishThatIsNeverAcknowledgedIsUnconfirmedAtItsDeadline() throws Exception {
        hub = quick().publishDeadline(SHORT).build();
        live();
        peer.onEvent((connection, event) -> {});
        assertThat(get(hub.publish(Event.of("a", JsonValue.NULL))))
                .isEqualTo(Delivery.unconfirmed("not acknowledged within 200 ms"));
    }

    @Test
    void aPublishWithoutAConnectionIsUnconfirmedAtItsDeadline() throws Exception {
        hub = quick().publishDeadline(SHORT).build();
        assertThat(get(hub.publish(Event.of("a", JsonValue.NULL))))
                .isEqualTo(Delivery.unconfirmed("not sent within 200 ms: no live connection"));
    }

    @Test
    void whatIsPublishedBeforeConnectingGoesOutInOrderAfterTheSubscriptions() throws Exception {
        var deliveries = IntStream.range(0, 200)
                .mapToObj(i -> hub.publish(Event.of("n" + i, JsonValue.NULL)))
                .toList();
        hub.subscribe("topic=*", this::hear);
        hub.connect();
        for (var delivery : deliveries) {
            assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
        }
        var texts = peer.nextConnection().texts();
        assertThat(texts.get(0)).contains("ftrack.meta.reply");
        assertThat(texts.get(1)).contains("\"subscription\":\"topic=*\"");
        assertThat(topicsOf(texts.subList(2, 202)))
                .isEqualTo(IntStream.range(0, 200).mapToObj(i -> "n" + i).toList());
    }

    @Test
    void theQueueIsBoundedByCountAndBySize() throws Exception {
        hub = quick().unsettledLimit(3, 2_000).build();
        var big = Event.of("a", Json.createValue("x".repeat(2_000)));
        assertThat(get(hub.publish(big))).isEqualTo(Delivery.unconfirmed("too much is waiting to be sent"));
        var kept = Stream.of("a", "b", "c")
                .map(topic -> hub.publish(Event.of(topic, JsonValue.NULL)))
                .toList();
        assertThat(get(hub.publish(Event.of("d", JsonValue.NULL))))
                .isEqualTo(Delivery.unconfirmed("too much is waiting to be sent"));
        hub.connect();
        for (var delivery : kept) {
            assertThat(get(delivery)).isEqualTo(Delivery.acknowledged());
        }
        assertThat(get(hub.publish(Event.of("e", JsonValue.NULL)))).isEqualTo(Delivery.acknowledged());
    }

    @Test
    void whatIsTooLargeOrTooDeepIsRefusedUnsent() throws Exception {
        hub = quick().messageLimit(10_000).build();
        live();
        assertThat(get(hub.publish(Event.of("a", Json.createValue("ü".repeat(6_000)))))
                        .detail())
                .contains("at most 10000 are sent");
        var builders = Json.createBuilderFactory(Map.of());
        JsonValue deep = JsonValue.EMPTY_JSON_ARRAY;
        for (var i = 0; i < 20_000; i++) {
            deep = builders.createArrayBuilder().add(deep).build();
        }
        var refused = get(hub.publish(Event.of("a", deep)));
        assertThat(refused.result()).isEqualTo(Delivery.Result.REFUSED);
        assertThat(refused.detail()).contains("nested deeper");
    }

    @Test
    void halfACharacterIsRefusedUnsentAndAWholeOneArrives() throws Exception {
        hub.subscribe("topic=a", this::hear);
        live();
        assertThat(get(hub.publish(Event.of("a", Json.createValue("\uD83D")))))
                .isEqualTo(Delivery.refused("the event holds half of a surrogate pair"));
        hub.publish(Event.of("a", Json.createValue("\uD83D\uDE00")));
        assertThat(nextHeard().data()).isEqualTo(Json.createValue("\uD83D\uDE00"));
    }

    // ---- coming back

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
        hub = quick().clock(new Clock() {
                    @Override
                    public Instant instant() {
                        if (broken.getAndSet(false)) {
                            throw new IllegalStateException("broken on purpose");
                        }
                        return Instant.EPOCH;
                    }

                    @Override
                    public ZoneId getZone() {
                        return ZoneOffset.UTC;
                    }

                    @Override
                    public Clock withZone(ZoneId zone) {
                        return this;
                    }
                })
                .build();
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

    // ---- subscribing

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

    // ---- replies

    @Test
    void whatAHandlerAnswersGoesToTheAskerAsTheSubscriber() throws Exception {
        hub.subscribe(
                "topic=ask",
                JsonText.parseObject("{\"id\":\"desk\",\"room\":7}"),
                100,
                event -> Optional.of(Json.createValue("answer")));
        live();
        var asked = Event.of("ask", JsonValue.NULL).withSource(JsonText.parseObject("{\"id\":\"abc-1\"}"));
        peer.nextConnection().deliver(asked);
        var reply = peer.nextEvent("ftrack.meta.reply").event();
        assertThat(reply.data()).isEqualTo(Json.createValue("answer"));
        assertThat(reply.inReplyTo()).contains(asked.id());
        assertThat(reply.target()).isEqualTo("id=abc-1");
        assertThat(reply.sourceId()).contains("desk");
        assertThat(reply.source().getInt("room")).isEqualTo(7);
        assertThat(reply.username()).contains("jo");
    }

    @Test
    void theFirstReplyIsAwaited() throws Exception {
        hub.subscribe("topic=ask", event -> Optional.of(event.data()));
        live();
        var reply = get(hub.publishAndAwaitReply(Event.of("ask", Json.createValue(42)), LONG));
        assertThat(reply.data()).isEqualTo(Json.createValue(42));
    }

    @Test
    void aReplyThatDoesNotComeIsGivenUp() {
        live();
        assertThatNoReply(
                        hub.publishAndAwaitReply(Event.of("ask", JsonValue.NULL).withId("q1"), SHORT))
                .withMessageContaining("No reply to event q1: none within 200 ms");
    }

    @Test
    void aRefusedRequestIsNotWaitedFor() {
        live();
        answerEvents(event -> "6:::" + event.packetId().getAsLong() + "+[{\"success\":false,\"message\":\"no\"}]");
        assertThatNoReply(
                        hub.publishAndAwaitReply(Event.of("ask", JsonValue.NULL).withId("q1"), LONG))
                .withMessageContaining("No reply to event q1: no");
    }

    @Test
    void anAskerWithoutAnIdGetsNoReply() throws Exception {
        assertThat(get(hub.reply(Event.of("ask", JsonValue.NULL), JsonValue.TRUE))
                        .result())
                .isEqualTo(Delivery.Result.REFUSED);
    }

    // ---- closing

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
            assertThat(thread.submit(() -> "alive").get()).isEqualTo("alive");
        } finally {
            thread.shutdownNow();
        }
    }

    @Test
    void nothingOfTheHubPrintsASecret() {
        live();
        assertThat(hub).asString().contains("LIVE").doesNotContain("s3cret");
    }

    // ---- helpers

    private EventHub.Builder quick() {
        return quickOn(peer.settings());
    }

    private static EventHub.Builder quickOn(HubSettings settings) {
        return EventHub.builder(settings)
                .backoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(20)))
                .acknowledgementDeadline(Duration.ofMillis(300))
                .publishDeadline(Duration.ofSeconds(15));
    }

    private void live() {
        hub.connect();
        assertThat(hub.awaitLive(LONG)).isTrue();
    }

    private void watch() {
        hub.onStatus(moves::add);
    }

    private HubStatus nextMove() throws InterruptedException {
        return Optional.ofNullable(moves.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    private void awaitState(HubState state) throws InterruptedException {
        while (nextMove().state() != state) {
            continue;
        }
    }

    private Optional<JsonValue> hear(Event event) {
        heard.add(event);
        return Optional.empty();
    }

    private Event nextHeard() throws InterruptedException {
        return Optional.ofNullable(heard.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    private void subscribeAs(String id, int priority, BlockingQueue<String> order) {
        hub.subscribe("topic=news", Json.createObjectBuilder().add("id", id).build(), priority, event -> {
            order.add(id);
            return Optional.empty();
        });
    }

    /** A heartbeat and its answer: everything that the hub was sent before is dealt with. */
    private static void beat(PeerConnection connection) {
        connection.heartbeat();
        connection.awaitText("2::");
    }

    private void answerEvents(Function<PeerEvent, String> answer) {
        peer.onEvent((connection, event) -> connection.send(answer.apply(event)));
    }

    private static <T> T get(CompletionStage<T> stage)
            throws InterruptedException, ExecutionException, TimeoutException {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private static ThrowableAssertAlternative<ExecutionException> assertThatNoReply(CompletionStage<Event> stage) {
        return assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> get(stage))
                .withCauseInstanceOf(NoReply.class);
    }

    private static <T> List<T> drain(BlockingQueue<T> queue, int count) throws InterruptedException {
        var all = new ArrayList<T>();
        while (all.size() < count) {
            all.add(Optional.ofNullable(queue.poll(10, TimeUnit.SECONDS)).orElseThrow());
        }
        return all;
    }

    private static List<String> topicsOf(List<String> texts) {
        return texts.stream().map(EventHubTest::eventOf).map(Event::topic).toList();
    }

    private static List<String> idsOf(List<String> texts) {
        return texts.stream().map(EventHubTest::eventOf).map(Event::id).toList();
    }

    private static Event eventOf(String text) {
        return EventFrame.read(text.substring(text.indexOf('{')), JsonLimits.ofRequest());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
