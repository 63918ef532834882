package dev.rushlight.server.api;

import static java.util.stream.Collectors.joining;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * JSON exactly as Python's {@code json.dumps(value, sort_keys=True)} writes it.
 *
 * <p>The Python client keeps schemas in a cache file and compares the MD5 of this text with the hash that the server
 * announces; any other text means that it fetches the schemas each time. Integers only: floats print differently.
 */
final class PythonJson {
    private PythonJson() {}

    static String md5(JsonValue value) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text(value).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    static String text(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT ->
                value.asJsonObject().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> quoted(entry.getKey()) + ": " + text(entry.getValue()))
                        .collect(joining(", ", "{", "}"));
            case ARRAY -> value.asJsonArray().stream().map(PythonJson::text).collect(joining(", ", "[", "]"));
            case STRING -> quoted(((JsonString) value).getString());
            case NUMBER -> ((JsonNumber) value).bigIntegerValueExact().toString();
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
        };
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\f' -> quoted.append("\\f");
                case '\b' -> quoted.append("\\b");
                default -> {
                    if (c < ' ' || c > '~') {
                        quoted.append("\\u%04x".formatted((int) c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
