package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** JSON as Python's {@code json.dumps(value, sort_keys=True)} writes it, for values without fractions. */
final class PythonStyle {

    private PythonStyle() {}

    static String md5(JsonValue value) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text(value).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(JsonValue value) {
        if (value instanceof JsonObject object) {
            return new TreeMap<>(object)
                    .entrySet().stream()
                            .map(it -> quoted(it.getKey()) + ": " + text(it.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(PythonStyle::text).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof JsonString string ? quoted(string.getString()) : value.toString();
    }

    private static String quoted(String text) {
        return text.chars().mapToObj(PythonStyle::escaped).collect(Collectors.joining("", "\"", "\""));
    }

    private static String escaped(int c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> c < ' ' || c > '~' ? String.format(Locale.ROOT, "\\u%04x", c) : String.valueOf((char) c);
        };
    }
}
