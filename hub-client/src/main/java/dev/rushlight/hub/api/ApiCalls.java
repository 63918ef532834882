package dev.rushlight.hub.api;

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
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Batches of operations to a server's {@code /api}, and what its answers mean. */
final class ApiCalls {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final JsonLimits ANSWER = new JsonLimits(64 << 20, 64);

    private final HubSettings settings;
    private final ServerHttp http;

    ApiCalls(HubSettings settings) {
        this.settings = settings;
        this.http = new ServerHttp(settings);
    }

    static JsonObject operation(String action) {
        return JSON.createObjectBuilder().add("action", action).build();
    }

    /** Sends the operations as one batch and returns one result for each, in order. */
    JsonArray call(List<JsonObject> operations, Duration deadline) {
        var batch = JSON.createArrayBuilder();
        operations.forEach(batch::add);
        try {
            var answer = http.postJson(settings.api(), batch.build().toString(), deadline, ANSWER.maxBytes());
            return results(answer, operations.size());
        } catch (IOException e) {
            throw new ServerUnreachable(settings.server(), e);
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
