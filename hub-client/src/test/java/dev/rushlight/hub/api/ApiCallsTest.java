package dev.rushlight.hub.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.hub.Backoff;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.event.Expression;
import dev.rushlight.hub.event.MalformedExpression;
import dev.rushlight.hub.peer.ScriptedPeer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpAnswer;
import dev.rushlight.hub.peer.ScriptedPeer.HttpRequest;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls, and what the Python client's lack (wire-protocol, section 10, row 18). */
@Timeout(30)
class ApiCallsTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Backoff SHORT = new Backoff(Duration.ofMillis(1), Duration.ofMillis(2));
    private static final Backoff ENDLESS = new Backoff(Duration.ofHours(1), Duration.ofHours(1));

    private final ScriptedPeer peer = new ScriptedPeer();
    private final AtomicInteger requests = new AtomicInteger();
    private final ApiCalls calls = calls(SHORT);

    @AfterEach
    void close() {
        peer.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"query", "search", "query_schemas", "query_server_information"})
    void aReadIsTriedAgainWhileTheServerIsAway(String action) {
        answer(502, 503, 504, 200);
        assertThat(call(action)).hasToString("[1]");
        assertThat(requests).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create", "update", "delete", "get_widget_url", "get_upload_metadata", "unheard_of"})
    void aWriteIsNeverRepeated(String action) {
        answer(503, 200);
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> call(action))
                .satisfies(e -> assertThat(e.httpStatus()).isEqualTo(503));
        assertThat(requests).hasValue(1);
    }

    @Test
    void onlyTheServersOwnErrorIsARefusal() {
        answer(504);
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> call("update"))
                .satisfies(e -> assertThat(e.isRefusal()).isFalse());
        peer.onApi(request -> HttpAnswer.of(422, "{\"exception\":\"ValidationError\",\"content\":\"no\"}"));
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> call("update"))
                .satisfies(e -> assertThat(e.isRefusal()).isTrue());
    }

    @Test
    void oneWriteAmongReadsMakesTheBatchAWrite() {
        answer(503, 200);
        assertThatExceptionOfType(ServerError.class).isThrownBy(() -> call("query", "update"));
        assertThat(requests).hasValue(1);
    }

    @Test
    void aReadGivesUpAfterFourTries() {
        answer(503, 503, 503, 503, 200);
        assertThatExceptionOfType(ServerError.class).isThrownBy(() -> call("query"));
        assertThat(requests).hasValue(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 422, 500, 501})
    void anErrorThatWillNotPassIsNotTriedAgain(int status) {
        answer(status, 200);
        assertThatExceptionOfType(ServerError.class).isThrownBy(() -> call("query"));
        assertThat(requests).hasValue(1);
    }

    @Test
    void anErrorOfTheServersOwnIsNotTriedAgain() {
        peer.onApi(request -> {
            requests.incrementAndGet();
            return HttpAnswer.ok("{\"exception\":\"ParseError\",\"content\":\"Invalid action u'query'\"}");
        });
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> call("query"))
                .satisfies(e -> assertThat(e.exception()).isEqualTo("ParseError"))
                .satisfies(e -> assertThat(e.content()).isEqualTo("Invalid action u'query'"));
        assertThat(requests).hasValue(1);
    }

    @Test
    void aReadIsTriedAgainWhenTheConnectionBreaks() throws Exception {
        try (var breaking = new BreakingServer(2)) {
            var settings = HubSettings.of(breaking.address(), peer.settings().credentials());
            var calls = new ApiCalls(settings, SHORT, new Random(1));
            assertThat(calls.call(List.of(ApiCalls.operation("query")), LONG)).hasToString("[1]");
            breaking.breakAgain(1);
            assertThatExceptionOfType(ServerUnreachable.class)
                    .isThrownBy(() -> calls.call(List.of(ApiCalls.operation("create")), LONG));
        }
    }

    @Test
    void allTriesTogetherHaveOneDeadline() {
        answer(503, 200);
        var begun = System.nanoTime();
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> calls(ENDLESS).call(List.of(ApiCalls.operation("query")), Duration.ofMillis(300)));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        assertThat(requests).hasValue(1);
    }

    @Test
    void aServerThatIsSilentIsAskedOnce() {
        var over = new CountDownLatch(1);
        peer.onApi(request -> {
            requests.incrementAndGet();
            await(over);
            return HttpAnswer.ok("[1]");
        });
        assertThatExceptionOfType(ServerUnreachable.class)
                .isThrownBy(() -> calls.call(List.of(ApiCalls.operation("query")), Duration.ofMillis(200)))
                .withMessageEndingWith("no answer within 200 ms");
        over.countDown();
        assertThat(requests).hasValue(1);
    }

    @Test
    void aWaitBetweenTriesCanBeInterrupted() throws Exception {
        var waiting = waiting();
        var outcome = new CompletableFuture<Boolean>();
        var thread = new Thread(() -> {
            try {
                calls(ENDLESS).call(List.of(ApiCalls.operation("query")), Duration.ofDays(1));
            } catch (ServerUnreachable e) {
                outcome.complete(Thread.currentThread().isInterrupted());
            }
        });
        thread.start();
        await(waiting);
        thread.interrupt();
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void closingEndsAWaitBetweenTries() throws Exception {
        var waiting = waiting();
        var slow = calls(ENDLESS);
        var call = CompletableFuture.supplyAsync(
                () -> slow.call(List.of(ApiCalls.operation("query")), Duration.ofDays(1)));
        await(waiting);
        slow.close();
        assertThat(call)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(SessionClosed.class);
    }

    @Test
    void anyNumberOfThreadsMayCallAtOnce() throws Exception {
        peer.onApi(request -> HttpAnswer.ok(
                "[" + JsonText.parseArray(request.body()).getJsonObject(0).getInt("n") + "]"));
        var threads = Executors.newFixedThreadPool(16);
        try {
            var work = IntStream.range(0, 400)
                    .<Callable<Integer>>mapToObj(
                            n -> () -> calls.call(List.of(numbered(n)), LONG).getInt(0))
                    .toList();
            var results = threads.invokeAll(work);
            for (var n = 0; n < results.size(); n++) {
                assertThat(results.get(n).get()).isEqualTo(n);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** The Python client's str(ParseError) can itself raise KeyError (wire-protocol, section 10, row 15). */
    @Test
    void aMessageIsNeverTakenForATemplate() {
        peer.onApi(request ->
                HttpAnswer.ok("{\"exception\":\"{missing}\",\"content\":\"%s {0} {x!r} %d\",\"error_code\":null}"));
        assertThatExceptionOfType(ServerError.class)
                .isThrownBy(() -> call("query"))
                .withMessage("Server reported error: {missing}(%s {0} {x!r} %d)");
        assertThatExceptionOfType(MalformedExpression.class)
                .isThrownBy(() -> Expression.compile("topic={missing} %s {0"))
                .withMessageMatching(".+, at position \\d+");
    }

    private ApiCalls calls(Backoff backoff) {
        return new ApiCalls(peer.settings(), backoff, new Random(1));
    }

    private JsonArray call(String... actions) {
        return calls.call(Arrays.stream(actions).map(ApiCalls::operation).toList(), LONG);
    }

    private static JsonObject numbered(int n) {
        return JsonText.parseObject("{\"action\":\"query\",\"n\":" + n + "}");
    }

    private void answer(int... statuses) {
        peer.onApi(request -> {
            var status = statuses[Math.min(requests.getAndIncrement(), statuses.length - 1)];
            return HttpAnswer.of(status, status == 200 ? "[1]" : "");
        });
    }

    /** Counts down once a try has failed with what may pass. */
    private CountDownLatch waiting() {
        var answered = new CountDownLatch(1);
        peer.onApi((HttpRequest request) -> {
            answered.countDown();
            return HttpAnswer.of(503, "");
        });
        return answered;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Hangs up on so many requests before it answers one. */
    private static final class BreakingServer implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicInteger left;

        BreakingServer(int breaks) throws IOException {
            left = new AtomicInteger(breaks);
            var thread = new Thread(this::serve, "breaking-server");
            thread.setDaemon(true);
            thread.start();
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getLocalPort());
        }

        void breakAgain(int breaks) {
            left.set(breaks);
        }

        @Override
        public void close() throws IOException {
            server.close();
        }

        private void serve() {
            while (!server.isClosed()) {
                try (var socket = server.accept()) {
                    socket.getInputStream().read(new byte[8192]);
                    if (left.getAndDecrement() <= 0) {
                        socket.getOutputStream()
                                .write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\n[1]"
                                        .getBytes());
                    }
                } catch (IOException e) {
                    // The client hung up first.
                    continue;
                }
            }
        }
    }
}
