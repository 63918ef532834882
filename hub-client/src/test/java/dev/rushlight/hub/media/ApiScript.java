package dev.rushlight.hub.media;

import dev.rushlight.hub.JsonText;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Answers batches of operations with the literal text of the protocol and remembers them. */
final class ApiScript implements Batches {

    private final List<List<JsonObject>> batches = new CopyOnWriteArrayList<>();
    private final Map<String, Function<JsonObject, String>> answers = new ConcurrentHashMap<>();

    ApiScript() {
        on("query", operation -> "{\"action\":\"query\",\"data\":[],\"metadata\":{\"next\":{\"offset\":null}}}");
        on("create", operation -> "{\"action\":\"create\",\"data\":%s}".formatted(operation.get("entity_data")));
        on("delete", operation -> "{\"action\":\"delete\",\"data\":true}");
        on("complete_multipart_upload", operation -> "{\"action\":\"complete_multipart_upload\"}");
    }

    ApiScript on(String action, Function<JsonObject, String> answer) {
        answers.put(action, answer);
        return this;
    }

    /** Every single body goes to this address with these headers. */
    ApiScript sendingTo(String url, String headers) {
        return on(
                "get_upload_metadata",
                operation -> "{\"url\":\"%s\",\"component_id\":\"x\",\"headers\":%s}".formatted(url, headers));
    }

    /** Parts go to addresses below this one; the server lists them from the last to the first. */
    ApiScript sendingPartsTo(String url) {
        return on("get_upload_metadata", operation -> {
            var urls = Json.createArrayBuilder();
            for (var part = operation.getInt("parts"); part > 0; part--) {
                urls.add(Json.createObjectBuilder()
                        .add("part_number", part)
                        .add("signed_url", "%s/%d?signature=s3cret-signature".formatted(url, part)));
            }
            return "{\"upload_id\":\"up-1\",\"component_id\":\"x\",\"urls\":%s}".formatted(urls.build());
        });
    }

    /** A batch with this action gets no answer, whether it is done or not. */
    ApiScript losing(String action) {
        return on(action, operation -> {
            throw new UncheckedIOException(new IOException("no answer"));
        });
    }

    /** So many queries find nothing, and those that follow find the component in its location. */
    ApiScript findingItAfter(int queries) {
        var left = new AtomicInteger(queries);
        return on(
                "query",
                operation -> "{\"action\":\"query\",\"data\":[%s]}"
                        .formatted(left.getAndDecrement() > 0 ? "" : "{\"id\":\"l-1\"}"));
    }

    /** Only what a test throws as an illegal state. */
    @Override
    public boolean isRefusal(RuntimeException failure) {
        return failure instanceof IllegalStateException;
    }

    @Override
    public JsonArray call(List<JsonObject> operations) {
        batches.add(List.copyOf(operations));
        var results = Json.createArrayBuilder();
        operations.forEach(operation -> results.add(answer(operation)));
        return results.build();
    }

    private JsonValue answer(JsonObject operation) {
        return JsonText.parse(answers.get(operation.getString("action")).apply(operation));
    }

    List<List<JsonObject>> batches() {
        return batches;
    }

    /** What was asked so far: the actions of each batch, with the types of entities. */
    List<String> story() {
        return batches.stream()
                .map(batch ->
                        String.join(", ", batch.stream().map(ApiScript::summary).toList()))
                .toList();
    }

    /** The only operation of a kind. */
    JsonObject only(String summary) {
        var found = batches.stream()
                .flatMap(List::stream)
                .filter(operation -> summary(operation).equals(summary))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("%d operations \"%s\" in %s".formatted(found.size(), summary, story()));
        }
        return found.get(0);
    }

    private static String summary(JsonObject operation) {
        var type = operation.getString("entity_type", "");
        return operation.getString("action") + (type.isEmpty() ? "" : " " + type);
    }
}
