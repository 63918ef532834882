package dev.rushlight.policy;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The fields of one JSON object, each with its path; null is the same as a field that is not there. */
final class Fields {

    private static final int LONGEST_QUOTE = 40;

    private final String path;
    private final JsonObject object;

    /** Of an object in which there is nothing but what is known. */
    Fields(String path, JsonObject object, List<String> known) {
        this.path = path;
        this.object = object;
        object.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new MalformedPolicy(
                            "%s is not known: there are %s".formatted(path(printable(name)), String.join(", ", known)));
                });
    }

    static Fields of(JsonValue value, String at, List<String> known) {
        if (value instanceof JsonObject object) {
            return new Fields(at, object, known);
        }
        throw new MalformedPolicy(at + " must be an object");
    }

    static String text(JsonValue value, String at) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        throw new MalformedPolicy(at + " must be text");
    }

    /** A value as it is quoted in a message. */
    static String quoted(String value) {
        return "\"" + printable(value) + "\"";
    }

    private static String printable(String value) {
        var isLong = value.codePointCount(0, value.length()) > LONGEST_QUOTE;
        var start = isLong ? value.substring(0, value.offsetByCodePoints(0, LONGEST_QUOTE)) + "…" : value;
        return start.replaceAll("\\p{Cntrl}|[\\x80-\\x9F]", "\uFFFD");
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Optional<JsonValue> value(String name) {
        return Optional.ofNullable(object.get(name)).filter(value -> value != JsonValue.NULL);
    }

    <T> T required(String name, Optional<T> value) {
        return value.orElseThrow(() -> new MalformedPolicy(path(name) + " is missing"));
    }

    boolean flag(String name, boolean usual) {
        return value(name)
                .map(value -> {
                    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
                        return value == JsonValue.TRUE;
                    }
                    throw new MalformedPolicy(path(name) + " must be true or false");
                })
                .orElse(usual);
    }

    <E extends Enum<E>> Optional<E> choice(String name, Class<E> choices) {
        return value(name)
                .map(value -> Arrays.stream(choices.getEnumConstants())
                        .filter(choice -> value instanceof JsonString text
                                && text.getString().equals(choice.name()))
                        .findFirst()
                        .orElseThrow(() -> new MalformedPolicy("%s must be one of %s"
                                .formatted(
                                        path(name),
                                        Arrays.stream(choices.getEnumConstants())
                                                .map(Enum::name)
                                                .collect(Collectors.joining(", "))))));
    }

    /** What {@code read} makes of each entry and its path. */
    <T> Optional<List<T>> list(String name, int least, int most, BiFunction<JsonValue, String, T> read) {
        return value(name).map(value -> {
            if (!(value instanceof JsonArray array)) {
                throw new MalformedPolicy(path(name) + " must be a list");
            }
            if (array.size() < least || array.size() > most) {
                throw new MalformedPolicy(
                        "%s must have %d to %d entries, not %d".formatted(path(name), least, most, array.size()));
            }
            var entries = new ArrayList<T>(array.size());
            for (int i = 0; i < array.size(); i++) {
                entries.add(read.apply(array.get(i), "%s[%d]".formatted(path(name), i)));
            }
            return entries;
        });
    }
}
