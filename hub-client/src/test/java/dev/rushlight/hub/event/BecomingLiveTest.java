package dev.rushlight.hub.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.peer.PeerEvent;
import dev.rushlight.hub.peer.ScriptedPeer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a hub comes to be live, and how it is kept from it. */
class BecomingLiveTest extends HubAtPeer {

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
        hub = impatient().build();
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

    @Test
    void spacesInsideAUsersNameTravelAsTheyAre() {
        hub = quickOn(peer.settings().withCredentials(new Credentials("jo  van der Berg", "k y")))
                .build();
        live();
        assertThat(peer.nextRequest("/socket.io/1/").headers())
                .containsEntry("ftrack-user", "jo  van der Berg")
                .containsEntry("ftrack-api-key", "k y");
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
}
