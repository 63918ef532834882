package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A receipt as the JSON data that the submitter gets, and back. */
final class ReceiptText {

    private static final String SCHEMA = "webreview.receipt/1";

    private ReceiptText() {}

    static String write(Receipt receipt, URI publicUrl) {
        var json = Json.createObjectBuilder()
                .add("success", receipt.success())
                .add("schema", SCHEMA)
                .add("duplicate", receipt.duplicate());
        receipt.item()
                .ifPresent(item ->
                        json.add("itemId", item.toString()).add("url", "%s/item/%s".formatted(publicUrl, item)));
        receipt.version().ifPresent(version -> json.add("version", version));
        receipt.outcome().ifPresent(outcome -> json.add("outcome", outcome.name()));
        if (receipt.success()) {
            json.add("policy", receipt.policy())
                    .add("reviewers", Json.createArrayBuilder(receipt.reviewers()))
                    .add("warnings", warnings(receipt.warnings()));
        } else {
            json.add("errors", errors(receipt.errors()));
        }
        return json.build().toString();
    }

    static Receipt read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            var json = reader.readObject();
            return new Receipt(
                    json.getBoolean("success"),
                    Optional.ofNullable(json.getString("itemId", null)).flatMap(ReviewItemId::parse),
                    json.containsKey("version") ? OptionalInt.of(json.getInt("version")) : OptionalInt.empty(),
                    Optional.ofNullable(json.getString("outcome", null)).map(Outcome::valueOf),
                    json.getBoolean("duplicate"),
                    json.getString("policy", ""),
                    list(json, "reviewers", array -> array.getValuesAs(JsonString::getString)),
                    list(json, "warnings", array -> array.getValuesAs(ReceiptText::warning)),
                    list(json, "errors", array -> array.getValuesAs(ReceiptText::error)));
        }
    }

    private static JsonArrayBuilder warnings(List<SubmissionWarning> warnings) {
        var array = Json.createArrayBuilder();
        warnings.forEach(warning ->
                array.add(Json.createObjectBuilder().add("code", warning.code()).add("message", warning.message())));
        return array;
    }

    private static SubmissionWarning warning(JsonObject json) {
        return new SubmissionWarning(json.getString("code"), json.getString("message"));
    }

    private static JsonArrayBuilder errors(List<SubmissionError> errors) {
        var array = Json.createArrayBuilder();
        errors.forEach(error -> array.add(Json.createObjectBuilder()
                .add("code", error.code())
                .add("field", error.field())
                .add("message", error.message())
                .add("retryable", error.retryable())));
        return array;
    }

    private static SubmissionError error(JsonObject json) {
        return new SubmissionError(
                json.getString("code"),
                json.getString("field"),
                json.getString("message"),
                json.getBoolean("retryable"));
    }

    private static <T> List<T> list(JsonObject json, String name, Function<JsonArray, List<T>> read) {
        return json.containsKey(name) ? read.apply(json.getJsonArray(name)) : List.of();
    }
}
