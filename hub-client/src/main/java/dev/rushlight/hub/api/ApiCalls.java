package dev.rushlight.hub.api;

import dev.rushlight.hub.Backoff;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import dev.rushlight.hub.ServerHttp;
import dev.rushlight.hub.ServerHttp.Answer;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;

/**
 * Batches of operations to a server's {@code /api}, and what its answers mean; for any number of threads at once.
 *
 * <p>A batch that only reads is tried again after a failure that may pass, all within one deadline; a batch that writes
 * is sent once, because nobody knows what a server did that did not answer.
 */
final class ApiCalls {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonLimits ANSWER = new JsonLimits(64 << 20, 64);
    private static final Set<String> READS = Set.of("query", "query_schemas", "query_server_information", "search");
    private static final Set<Integer> PASSING_STATUS = Set.of(502, 503, 504);
    private static final Backoff BETWEEN_TRIES = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2));
    private static final int MOST_TRIES = 4;

    private final HubSettings settings;
    private final ServerHttp http;
    private final Backoff backoff;
    private final Random random;
    private final CountDownLatch closed = new CountDownLatch(1);

    ApiCalls(HubSettings settings) {
        this(settings, BETWEEN_TRIES, new Random());
    }

    ApiCalls(HubSettings settings, Backoff backoff, Random random) {
        this.settings = settings;
        this.http = new ServerHttp(settings);
        this.backoff = backoff;
        this.random = random;
    }

    static JsonObject operation(String action) {
        return JSON.createObjectBuilder().add("action", action).build();
    }

    /**
     * Sends the operations as one batch and returns one result for each, in order.
     *
     * @throws SessionClosed after {@link #close}
     */
    JsonArray call(List<JsonObject> operations, Duration deadline) {
        var end = System.nanoTime() + deadline.toNanos();
        var batch = JSON.createArrayBuilder();
        operations.forEach(batch::add);
        var text = batch.build().toString();
        var tries = operations.stream().allMatch(ApiCalls::isRead) ? MOST_TRIES : 1;
        for (var n = 1; ; n++) {
            try {
                requireOpen();
                return results(post(text, end, deadline), operations.size());
            } catch (ServerError | ServerUnreachable failure) {
                var wait = backoff.before(n, random);
                if (n == tries || !mayPass(failure) || System.nanoTime() + wait.toNanos() >= end) {
                    throw failure;
                }
                pause(wait);
            }
        }
    }

    JsonObject serverInformation() {
        if (ask("query_server_information") instanceof JsonObject information) {
            return information;
        }
        throw new ServerIncompatible("The server's information about itself is not an object");
    }

    JsonArray schemas() {
        if (ask("query_schemas") instanceof JsonArray schemas) {
            return schemas;
        }
        throw new ServerIncompatible("The server's schemas are not a list");
    }

    private JsonValue ask(String action) {
        return call(List.of(operation(action)), settings.timeout()).get(0);
    }

    void requireOpen() {
        if (closed.getCount() == 0) {
            throw new SessionClosed();
        }
    }

    /** Refuses calls from now on and ends the waits between tries; true the first time. */
    synchronized boolean close() {
        var first = closed.getCount() > 0;
        closed.countDown();
        return first;
    }

    private Answer post(String batch, long end, Duration deadline) {
        try {
            var left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            return http.postJson(settings.api(), batch, left, ANSWER.maxBytes());
        } catch (HttpTimeoutException e) {
            var why = "no answer within " + deadline.toMillis() + " ms";
            throw new ServerUnreachable(settings.server(), new HttpTimeoutException(why));
        } catch (IOException e) {
            throw new ServerUnreachable(settings.server(), e);
        }
    }

    private static boolean isRead(JsonObject operation) {
        return operation.get("action") instanceof JsonString action && READS.contains(action.getString());
    }

    /** Whether the next try may go better: not if it was about time, certificates, or what the server is. */
    private static boolean mayPass(RuntimeException failure) {
        if (failure instanceof ServerError error) {
            return PASSING_STATUS.contains(error.httpStatus());
        }
        var cause = failure.getCause();
        return !(cause instanceof HttpTimeoutException
                || cause instanceof InterruptedIOException
                || cause instanceof ProtocolException
                || cause instanceof SSLException);
    }

    private void pause(Duration wait) {
        try {
            if (closed.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new SessionClosed();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerUnreachable(settings.server(), new InterruptedIOException("interrupted"));
        }
    }

    private static JsonArray results(Answer answer, int expected) {
        var json = parse(answer);
        if (json instanceof JsonObject error && error.containsKey("exception")) {
            throw new ServerError(
                    text(error, "exception").orElse(ServerError.UNEXPECTED_FORMAT),
                    text(error, "content").orElse(""),
                    text(error, "error_code"),
                    answer.status());
        }
        if (!answer.isSuccess()) {
            throw unexpected(answer, "HTTP " + answer.status());
        }
        if (json instanceof JsonArray results && results.size() == expected) {
            return results;
        }
        throw unexpected(answer, "the answer is in an unexpected format: not a list of %s results".formatted(expected));
    }

    private static JsonValue parse(Answer answer) {
        try {
            return JsonText.parse(answer.text(), ANSWER);
        } catch (MalformedJson e) {
            throw unexpected(
                    answer,
                    answer.isSuccess()
                            ? "the answer is in an unexpected format: " + e.getMessage()
                            : "HTTP " + answer.status() + (answer.isRedirect() ? ", a redirect" : ""));
        }
    }

    private static ServerError unexpected(Answer answer, String why) {
        return new ServerError(ServerError.UNEXPECTED_FORMAT, why, Optional.empty(), answer.status());
    }

    private static Optional<String> text(JsonObject json, String key) {
        var value = json.getOrDefault(key, JsonValue.NULL);
        if (value.equals(JsonValue.NULL)) {
            return Optional.empty();
        }
        return Optional.of(value instanceof JsonString text ? text.getString() : value.toString());
    }
}
