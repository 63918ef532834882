package dev.rushlight.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.hub.JsonText;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubOverHttpTest {
    private static final String WRONG_KEY = """
            {"exception":"InvalidCredentialsError",\
            "content":"The supplied API key is not valid. Check the API user and the API key.","error_code":null}""";
    private static final String SESSION = """
            [{"action":"query_server_information"},{"action":"query_schemas"}]""";

    private static HubServer server;
    private static String key;

    @BeforeAll
    static void start() throws Exception {
        server = HubServer.start(HubLimits.standard());
        key = server.keyOf("jo");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/socket.io/1/", "/socket.io/1"})
    void handshakeTakesCredentialsInHeaders(String path) throws Exception {
        var answer = server.send(credentials(server.request(path)));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain;charset=utf-8");
        assertThat(answer.body()).matches("[0-9a-f]{32}:15:60:websocket");
    }

    @Test
    void handshakeTakesCredentialsInTheQuery() throws Exception {
        var answer = server.send(server.request("/socket.io/1/?api_user=jo&api_key=" + key));

        assertThat(answer.body()).matches("[0-9a-f]{32}:15:60:websocket");
    }

    @Test
    void handshakeTakesTheOtherHeaderName() throws Exception {
        var answer = server.send(
                server.request("/socket.io/1/").header("ftrack-api-user", "jo").header("FTRACK-API-KEY", key));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/socket.io/1/",
                "/socket.io/1/?api_user=jo",
                "/socket.io/1/?api_user=jo&api_key=wrong",
                "/socket.io/1/?api_user=nobody&api_key=0123456789abcdef"
            })
    void handshakeWithoutAGoodKeyIs401(String path) throws Exception {
        var answer = server.send(server.request(path));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(WRONG_KEY);
    }

    @Test
    void guessingIsSlowedDown() throws Exception {
        server.keyOf("guessed");
        var request = "/socket.io/1/?api_user=guessed&api_key=";
        for (var i = 0; i < 5; i++) {
            assertThat(server.send(server.request(request + i)).statusCode()).isEqualTo(401);
        }

        var answer = server.send(server.request(request + "6"));

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Too many wrong API keys");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/socket.io", "/socket.io/", "/socket.io/?EIO=4&transport=polling", "/socket.io/2/"})
    void clientsOfOtherVersionsAreToldWhatIsSpoken(String path) throws Exception {
        var answer = server.send(server.request(path));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        assertThat(answer.body()).contains("Socket.IO 0.9", "/socket.io/1/");
    }

    @Test
    void otherTransportsAreNotFound() throws Exception {
        var answer = server.send(credentials(server.request("/socket.io/1/xhr-polling/0123")));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JsonText.parseObject(answer.body())).containsKey("exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/component/get?id=48a01f83-38ef-4221-9cf4-1882828297fa", "/component/thumbnail?id=1&size=300"})
    void noComponentIsHere(String path) throws Exception {
        var answer = server.send(credentials(server.request(path)));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JsonText.parseObject(answer.body()).getString("content"))
                .isEqualTo("This server stores no components.");
    }

    @Test
    void sessionIsConstructedWithOneBatch() throws Exception {
        var answer = api(SESSION);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        var answers = JsonText.parseArray(answer.body());
        assertThat(answers.getJsonObject(0).getString("version")).isEqualTo("4.14.0");
        assertThat(answers.getJsonArray(1).getJsonObject(0).getString("id")).isEqualTo("Location");
    }

    @Test
    void wrongKeyIsAnErrorObject() throws Exception {
        var answer = server.send(batch(SESSION).header("ftrack-user", "jo").header("ftrack-api-key", "wrong"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(WRONG_KEY);
    }

    @Test
    void wrongKeyIsAnErrorStatusForTheStrict() throws Exception {
        var answer = server.send(batch(SESSION)
                .header("ftrack-user", "jo")
                .header("ftrack-api-key", "wrong")
                .header("ftrack-strict-api", "true"));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo(WRONG_KEY);
    }

    @Test
    void keyInTheQueryDoesNotOpenTheApi() throws Exception {
        var answer =
                server.send(server.request("/api?api_user=jo&api_key=" + key).POST(BodyPublishers.ofString("[]")));

        assertThat(answer.body()).isEqualTo(WRONG_KEY);
    }

    @Test
    void unknownActionIsAnErrorObject() throws Exception {
        var unknown = "[{\"action\":\"query\",\"expression\":\"Task\"}]";

        assertThat(api(unknown).statusCode()).isEqualTo(200);
        assertThat(api(unknown).body()).isEqualTo("""
                {"exception":"ServerError","content":"Invalid action u'query'","error_code":null}""");
        assertThat(server.send(credentials(batch(unknown)).header("ftrack-strict-api", "true"))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void absurdBatchesAreRefused() throws Exception {
        assertThat(api("[".repeat(100_000)).body()).contains("ValidationError", "nested deeper than 64");
        assertThat(api("[1e999999]").body()).contains("ValidationError");
        assertThat(api("[{\"action\":\"x\",\"action\":\"y\"}]").body()).contains("ValidationError");
        assertThat(api("").body()).contains("ValidationError");
        assertThat(api(" ".repeat((1 << 20) - 1) + "[]").body()).contains("A batch has at most 1048576 bytes.");
        assertThat(server.send(credentials(server.request("/api")
                                .POST(BodyPublishers.ofByteArray(new byte[] {'[', '"', (byte) 0xff, '"', ']'}))))
                        .body())
                .contains("no text in UTF-8");
    }

    @Test
    void onlyTheRightMethodIsAnswered() throws Exception {
        assertThat(statusOf("GET", "/api")).isEqualTo(405);
        assertThat(statusOf("POST", "/socket.io/1/")).isEqualTo(405);
        assertThat(statusOf("POST", "/api/other")).isEqualTo(404);
        assertThat(statusOf("TRACE", "/api")).isEqualTo(405);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/socket.io/1/"})
    void pagesOfOtherOriginsMayAsk(String path) throws Exception {
        var answer = server.send(server.request(path)
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://tools.studio.example")
                .header("Access-Control-Request-Headers", "ftrack-user"));

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().map())
                .containsEntry("access-control-allow-origin", List.of("https://tools.studio.example"))
                .containsEntry("access-control-allow-credentials", List.of("true"))
                .containsEntry("vary", List.of("Origin"));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
                .contains("content-type", "ftrack-user", "ftrack-api-key", "ftrack-clienttoken", "ftrack-pushtoken")
                .contains("ftrack-strict-api", "ftrack-api-options");
    }

    @Test
    void pagesOfOtherOriginsMayReadTheAnswer() throws Exception {
        var answer = server.send(credentials(batch(SESSION)).header("Origin", "https://tools.studio.example"));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://tools.studio.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .contains("true");
    }

    private static HttpRequest.Builder credentials(HttpRequest.Builder request) {
        return request.header("ftrack-user", "jo").header("ftrack-api-key", key);
    }

    private static int statusOf(String method, String path) throws IOException, InterruptedException {
        return server.send(credentials(server.request(path).method(method, BodyPublishers.noBody())))
                .statusCode();
    }

    private static HttpRequest.Builder batch(String text) {
        return server.request("/api").header("Content-Type", "application/json").POST(BodyPublishers.ofString(text));
    }

    private static HttpResponse<String> api(String text) throws IOException, InterruptedException {
        return server.send(credentials(batch(text)));
    }
}
