package dev.rushlight.tools.hub;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Rushlight answers to a submission; see docs/events. */
record Receipt(JsonObject data) {

    boolean success() {
        return data.getBoolean("success", false);
    }

    /** The good news, line by line. */
    List<String> lines() {
        var facts = Stream.of("url", "version", "outcome", "policy", "reviewers")
                .filter(key -> !text(data, key).isEmpty())
                .map(key -> "%-10s %s".formatted(key, text(data, key)));
        var duplicate = data.getBoolean("duplicate", false)
                ? Stream.of("%-10s %s".formatted("duplicate", "yes: it had been submitted before, nothing was changed"))
                : Stream.<String>empty();
        var warnings = entries("warnings")
                .map(warning -> "%-10s %s: %s".formatted("warning", text(warning, "code"), text(warning, "message")));
        return Stream.of(facts, duplicate, warnings).flatMap(lines -> lines).toList();
    }

    /** What is wrong, field by field. */
    List<String> errors() {
        var errors = entries("errors").map(Receipt::error).toList();
        return errors.isEmpty() ? List.of("it says neither success nor what is wrong: " + data) : errors;
    }

    private static String error(JsonObject error) {
        var field = Optional.of(text(error, "field")).filter(text -> !text.isEmpty());
        return "%s%s: %s%s"
                .formatted(
                        field.map(path -> path + ": ").orElse(""),
                        text(error, "code"),
                        text(error, "message"),
                        error.getBoolean("retryable", false) ? " (send it again later)" : "");
    }

    private Stream<JsonObject> entries(String key) {
        return data.get(key) instanceof JsonArray list
                ? list.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject)
                : Stream.empty();
    }

    private static String text(JsonObject object, String key) {
        return text(object.getOrDefault(key, JsonValue.NULL));
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonArray list) {
            return list.stream().map(Receipt::text).collect(Collectors.joining(", "));
        }
        return value.equals(JsonValue.NULL) ? "" : value.toString();
    }
}
