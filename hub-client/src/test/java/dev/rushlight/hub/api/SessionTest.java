package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rushlight.hub.HubState;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.peer.ScriptedPeer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SessionTest {

    private static final String SCHEMAS = "[[{\"id\":\"Location\",\"primary_key\":[\"id\"],"
            + "\"properties\":{\"id\":{\"type\":\"string\"},\"name\":{\"type\":\"string\"}},"
            + "\"default_projections\":[\"id\",\"name\"]}]]";

    private final ScriptedPeer peer = new ScriptedPeer();

    @AfterEach
    void close() {
        peer.close();
    }

    @Test
    void openingAsksForTheServersInformationAndThenForItsSchemas() {
        serve("4.14.0");
        try (var session = session().open()) {
            assertThat(session.serverInformation().getString("version")).isEqualTo("4.14.0");
            assertThat(session.schemas()).hasSize(1);
            assertThat(session.schema("Location")).isPresent();
            assertThat(session.schema("Task")).isEmpty();
            assertThat(session.eventHub().status().state()).isEqualTo(HubState.IDLE);
        }
        var first = peer.nextRequest("/api");
        assertThat(first.body()).isEqualTo("[{\"action\":\"query_server_information\"}]");
        assertThat(first.headers())
                .containsEntry("ftrack-user", "jo")
                .containsEntry("ftrack-api-key", "s3cret-key")
                .containsEntry("ftrack-strict-api", "false")
                .containsEntry("content-type", "application/json")
                .containsEntry("accept", "application/json");
        assertThat(peer.nextRequest("/api").body()).isEqualTo("[{\"action\":\"query_schemas\"}]");
    }

    @Test
    void theEventHubConnectsInTheBackgroundWhenAskedTo() {
        serve("dev");
        try (var session = session().autoConnectEventHub(true).open()) {
            assertThat(session.eventHub().awaitLive(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void theEventHubNeverMakesASessionFail() {
        serve("dev");
        peer.onHandshake(request -> HttpAnswer.of(500, ""));
        try (var session = session().autoConnectEventHub(true).open()) {
            assertThat(session.schemas()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "3.3.11", "3.3.12", "3.4.0", "4.0.0", "10.0.0-beta", "nightly", "3.3"})
    void compatibleVersionsAreTaken(String version) {
        serve(version);
        try (var session = session().open()) {
            assertThat(session.serverInformation().getString("version")).isEqualTo(version);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.3.10", "3.2.99", "2.99.99", "0.0.1"})
    void olderVersionsAreNot(String version) {
        serve(version);
        assertThatExceptionOfType(ServerIncompatible.class)
                .isThrownBy(() -> session().open())
                .withMessage("The server is version " + version + ", but at least 3.3.11 is needed");
    }

    @Test
    void aServerWithoutAVersionIsNotTaken() {
        peer.onApi(request -> HttpAnswer.ok("[{}]"));
        assertThatExceptionOfType(ServerIncompatible.class)
                .isThrownBy(() -> session().open());
    }

    @Test
    void anErrorKeepsTheNameThatTheServerGaveIt() {
        peer.onApi(
                request -> HttpAnswer.ok(
                        "{\"exception\":\"InvalidCredentialsError\",\"content\":\"The supplied API key is not valid.\",\"error_code\":null}"));
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> session().open())
                .withMessage("Server reported error: InvalidCredentialsError(The supplied API key is not valid.)")
                .satisfies(e -> assertThat(e.exception()).isEqualTo("InvalidCredentialsError"))
                .satisfies(e -> assertThat(e.errorCode()).isEmpty());
    }

    @Test
    void aStrictServersErrorIsTheSameWithItsStatus() {
        peer.onApi(request -> HttpAnswer.of(
                422, "{\"exception\":\"ValidationError\",\"content\":\"no {0} name\",\"error_code\":\"E7\"}"));
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> session().strictApi(true).open())
                .satisfies(e -> assertThat(e.exception()).isEqualTo("ValidationError"))
                .satisfies(e -> assertThat(e.content()).isEqualTo("no {0} name"))
                .satisfies(e -> assertThat(e.errorCode()).contains("E7"))
                .satisfies(e -> assertThat(e.httpStatus()).isEqualTo(422));
        assertThat(peer.nextRequest("/api").headers()).containsEntry("ftrack-strict-api", "true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>", "{}", "[]", "[{},{}]", "[{\"version\":1,\"version\":2}]"})
    void anAnswerInAnUnexpectedFormatIsAnError(String body) {
        peer.onApi(request -> HttpAnswer.ok(body));
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> session().open())
                .withMessageContaining("unexpected format");
    }

    @Test
    void aStatusWithoutWordsIsAnErrorToo() {
        peer.onApi(request -> HttpAnswer.of(502, "<html>bad gateway</html>"));
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> session().open())
                .withMessage("Server reported error: UnexpectedFormat(HTTP 502)");
    }

    @Test
    void credentialsDoNotFollowARedirect() {
        peer.onApi(request -> new HttpAnswer(302, "Location: http://127.0.0.1:1/api\r\n", ""));
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> session().open())
                .withMessageContaining("HTTP 302, a redirect");
    }

    @Test
    void callsAreOneBatchInOrder() {
        serve("dev");
        try (var session = session().open()) {
            peer.onApi(request -> HttpAnswer.ok("[{\"n\":1},{\"n\":2}]"));
            var results = session.call(List.of(
                    JsonText.parseObject("{\"action\":\"a\",\"name\":\"ü\"}"),
                    JsonText.parseObject("{\"action\":\"b\"}")));
            assertThat(results).hasToString("[{\"n\":1},{\"n\":2}]");
            peer.nextRequest("/api");
            peer.nextRequest("/api");
            assertThat(peer.nextRequest("/api").body())
                    .isEqualTo("[{\"action\":\"a\",\"name\":\"ü\"},{\"action\":\"b\"}]");
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() {
        peer.close();
        assertThatExceptionOfType(ServerUnreachable.class)
                .isThrownBy(() -> session().open())
                .withMessageStartingWith("No answer from " + peer.address() + ": no connection to 127.0.0.1");
    }

    @Test
    void aServerThatDoesNotAnswerInTimeIsUnreachable() throws Exception {
        var over = new CountDownLatch(1);
        peer.onApi(request -> {
            try {
                over.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return HttpAnswer.ok("[]");
        });
        assertThatExceptionOfType(ServerUnreachable.class)
                .isThrownBy(() -> session().timeout(Duration.ofMillis(100)).open())
                .withMessageContaining("no answer within 100 ms");
        over.countDown();
    }

    @Test
    void aClosedSessionRefusesCalls() {
        serve("dev");
        var session = session().open();
        session.close();
        session.close();
        assertThatExceptionOfType(SessionClosed.class).isThrownBy(() -> session.call(List.of()));
        assertThat(session.eventHub().status().state()).isEqualTo(HubState.CLOSED);
    }

    @Test
    void whatIsGivenWinsOverTheEnvironment() {
        var environment =
                Map.of("FTRACK_SERVER", "http://elsewhere", "FTRACK_API_KEY", "env-key", "LOGNAME", "env-user");
        var settings = Session.builder()
                .environment(name -> Optional.ofNullable(environment.get(name)))
                .serverUrl("http://here/")
                .applicationId("nuke")
                .settings();
        assertThat(settings.server()).hasToString("http://here");
        assertThat(settings.credentials().key()).isEqualTo("env-key");
        assertThat(settings.credentials().user()).isEqualTo("env-user");
        assertThat(settings.applicationId()).isEqualTo("nuke");
    }

    @Test
    void whatIsMissingIsNamedInOrder() {
        var bare = Session.builder().environment(name -> Optional.empty());
        assertThatIllegalArgumentException().isThrownBy(bare::settings).withMessageContaining("FTRACK_SERVER");
        bare.serverUrl("http://h");
        assertThatIllegalArgumentException().isThrownBy(bare::settings).withMessageContaining("FTRACK_API_KEY");
        bare.apiKey("k");
        assertThatIllegalArgumentException().isThrownBy(bare::settings).withMessageContaining("FTRACK_API_USER");
        assertThat(bare.apiUser("u").settings().credentials().user()).isEqualTo("u");
    }

    @Test
    void aSessionPrintsNoSecret() {
        serve("dev");
        try (var session = session().header("Authorization", "s3cret").open()) {
            assertThat(session).asString().doesNotContain("s3cret").contains("jo");
        }
    }

    private SessionBuilder session() {
        return Session.builder()
                .environment(name -> Optional.empty())
                .serverUrl(peer.address().toString())
                .apiKey("s3cret-key")
                .apiUser("jo");
    }

    private void serve(String version) {
        peer.onApi(request -> HttpAnswer.ok(
                request.body().contains("query_schemas") ? SCHEMAS : "[{\"version\":\"" + version + "\"}]"));
    }
}
