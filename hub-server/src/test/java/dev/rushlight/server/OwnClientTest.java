package dev.rushlight.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.api.ConnectionTest;
import dev.rushlight.hub.api.ConnectionTest.Outcome;
import dev.rushlight.hub.api.ConnectionTest.Step;
import dev.rushlight.hub.api.Session;
import dev.rushlight.hub.event.Event;
import dev.rushlight.hub.event.EventHub;
import jakarta.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The hub as the product's own client meets it. */
class OwnClientTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private static HubServer server;

    @BeforeAll
    static void start() throws Exception {
        server = HubServer.start(HubLimits.standard());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void sessionIsConstructed() {
        try (var session = Session.open(settings("jo"))) {
            assertThat(session.serverInformation().getString("version")).isEqualTo("4.14.0");
            assertThat(session.schemas()).hasSize(1);
        }
    }

    @Test
    void requestIsAnswered() throws Exception {
        try (var asker = live(settings("jo"));
                var answerer = EventHub.of(settings("ann"))) {
            answerer.subscribe(
                    "topic=question",
                    event -> Optional.of(Json.createValue(event.username().orElse("nobody"))));
            connect(answerer);

            var reply = asker.publishAndAwaitReply(Event.of("question", Json.createValue(1)), SOON)
                    .toCompletableFuture()
                    .get(20, SECONDS);

            assertThat(reply.data()).isEqualTo(Json.createValue("jo"));
        }
    }

    @Test
    void publishingIsAcknowledged() throws Exception {
        try (var hub = live(settings("jo"))) {
            var delivery = hub.publish(Event.of("anything", Json.createValue(1)))
                    .toCompletableFuture()
                    .get(20, SECONDS);

            assertThat(delivery.result()).isEqualTo(Delivery.Result.ACKNOWLEDGED);
        }
    }

    @Test
    void clientComesBackAfterTheHubEndedItsConnection() throws Exception {
        var other = server.hub().accounts().issueKey("jo");
        try (var hub = live(settings("jo"))) {
            var back = new CountDownLatch(2);
            hub.onStatus(status -> {
                if (status.state() == HubState.WAITING || status.state() == HubState.LIVE) {
                    back.countDown();
                }
            });

            server.hub().accounts().revoke(other.id());

            assertThat(back.await(20, SECONDS)).isTrue();
            assertThat(hub.awaitLive(SOON)).isTrue();
        }
    }

    @Test
    void eventThatIsTooLargeForTheHubHoldsUpNoOther() throws Exception {
        try (var hub = EventHub.builder(settings("jo")).eventLimit(2 << 20).build()) {
            connect(hub);
            var tooLarge = hub.publish(Event.of("anything", Json.createValue("x".repeat(1 << 20))));
            var next = hub.publish(Event.of("anything", Json.createValue(1)));

            assertThat(next.toCompletableFuture().get(20, SECONDS)).isEqualTo(Delivery.acknowledged());
            assertThat(tooLarge.toCompletableFuture().get(20, SECONDS).detail())
                    .contains("it may be too large for the hub");
        }
    }

    @Test
    void wrongKeyIsRefused() {
        var wrong = HubSettings.of(server.uri("http", ""), new Credentials("stranger", "wrong"));

        try (var hub = EventHub.of(wrong)) {
            hub.connect();
            assertThat(hub.firstSettled()
                            .toCompletableFuture()
                            .orTimeout(20, SECONDS)
                            .join()
                            .state())
                    .isEqualTo(HubState.REFUSED);
        }
    }

    @Test
    void connectionTestPasses() {
        assertThat(ConnectionTest.run(settings("jo"), SOON))
                .extracting(Step::outcome)
                .containsOnly(Outcome.PASSED);
    }

    private static EventHub live(HubSettings settings) {
        var hub = EventHub.of(settings);
        connect(hub);
        return hub;
    }

    private static void connect(EventHub hub) {
        hub.connect();
        assertThat(hub.awaitLive(SOON)).isTrue();
    }

    private static HubSettings settings(String user) {
        return HubSettings.of(server.uri("http", ""), new Credentials(user, server.keyOf(user)));
    }
}
