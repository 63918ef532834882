package dev.rushlight.web.bridge;

import dev.rushlight.review.SubmissionLimits;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Supplier;

/**
 * Reads one JSON object field by field; every field that is missing or wrong is a named finding and reads as absent. JSON
 * null and blank text are the same as a missing field.
 */
final class Fields {
    private static final int LONGEST_QUOTE = 40;

    private final String path;
    private final JsonObject object;
    private final Findings findings;
    private final Set<String> known = new HashSet<>();

    Fields(String path, JsonObject object, Findings findings) {
        this.path = path;
        this.object = object;
        this.findings = findings;
    }

    /** A value as it is quoted in a message. */
    static String quoted(String value) {
        var isLong = value.codePointCount(0, value.length()) > LONGEST_QUOTE;
        var start = isLong ? value.substring(0, value.offsetByCodePoints(0, LONGEST_QUOTE)) + "…" : value;
        return "\"" + Characters.printable(start) + "\"";
    }

    void wrong(String code, String name, String message) {
        wrongAt(code, path(name), message);
    }

    void odd(String code, String name, String message) {
        findings.odd(code, path(name) + " " + message);
    }

    Optional<String> line(String name, int longest) {
        return required(path(name), () -> optionalLine(name, longest));
    }

    Optional<String> optionalLine(String name, int longest) {
        return value(name).flatMap(value -> text(value, path(name), longest, Characters::isUnfitForLine));
    }

    Optional<String> text(String name, int longest) {
        return required(path(name), () -> optionalText(name, longest));
    }

    /** Text that may have several lines. */
    Optional<String> optionalText(String name, int longest) {
        return value(name).flatMap(value -> text(value, path(name), longest, Characters::isUnfitForText));
    }

    /** A list of one-line texts. */
    List<String> optionalLines(String name, int most, int longest) {
        return list(
                name,
                most,
                (element, at) -> required(at, () -> text(element, at, longest, Characters::isUnfitForLine)));
    }

    Optional<URI> url(String name) {
        return required(path(name), () -> optionalUrl(name));
    }

    Optional<URI> optionalUrl(String name) {
        return optionalLine(name, SubmissionLimits.URL).flatMap(text -> {
            var url = address(text);
            if (url.isEmpty()) {
                wrong("INVALID_URL", name, "must be an absolute http or https address without user information");
            }
            return url;
        });
    }

    OptionalInt integer(String name, int least, int most) {
        var before = findings.errorCount();
        var value = optionalInteger(name, least, most);
        if (value.isEmpty() && findings.errorCount() == before) {
            wrong("MISSING", name, "is missing");
        }
        return value;
    }

    OptionalInt optionalInteger(String name, int least, int most) {
        var value = value(name);
        if (value.isEmpty()) {
            return OptionalInt.empty();
        }
        if (!(value.get() instanceof JsonNumber number) || !isWhole(number.bigDecimalValue())) {
            wrong("WRONG_TYPE", name, "must be a whole number");
            return OptionalInt.empty();
        }
        if (!isBetween(number.bigDecimalValue(), least, most)) {
            wrong("OUT_OF_RANGE", name, "must be between %d and %d".formatted(least, most));
            return OptionalInt.empty();
        }
        return OptionalInt.of(number.intValue());
    }

    /** Two positive whole numbers, numerator and denominator. */
    Optional<int[]> optionalFraction(String name, int most) {
        return value(name).flatMap(value -> {
            if (value instanceof JsonArray pair
                    && pair.size() == 2
                    && pair.get(0) instanceof JsonNumber numerator
                    && pair.get(1) instanceof JsonNumber denominator
                    && isWhole(numerator.bigDecimalValue())
                    && isWhole(denominator.bigDecimalValue())
                    && isBetween(numerator.bigDecimalValue(), 1, most)
                    && isBetween(denominator.bigDecimalValue(), 1, most)) {
                return Optional.of(new int[] {numerator.intValue(), denominator.intValue()});
            }
            wrong("INVALID_RATE", name, "must be two positive whole numbers, such as [24000, 1001]");
            return Optional.empty();
        });
    }

    Optional<Boolean> flag(String name) {
        return required(path(name), () -> optionalFlag(name));
    }

    Optional<Boolean> optionalFlag(String name) {
        return value(name).flatMap(value -> {
            if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
                return Optional.of(value == JsonValue.TRUE);
            }
            wrong("WRONG_TYPE", name, "must be true or false");
            return Optional.empty();
        });
    }

    /** What {@code read} makes of a nested object. */
    <T> Optional<T> object(String name, Function<Fields, Optional<T>> read) {
        var value = value(name);
        if (value.isEmpty()) {
            wrong("MISSING", name, "is missing");
        }
        return value.flatMap(given -> nested(given, path(name), read));
    }

    <T> Optional<T> optionalObject(String name, Function<Fields, Optional<T>> read) {
        return value(name).flatMap(given -> nested(given, path(name), read));
    }

    boolean has(String name) {
        return value(name).isPresent();
    }

    /** What {@code read} makes of each object in a list that must not be empty. */
    <T> List<T> objects(String name, int most, Function<Fields, Optional<T>> read) {
        if (value(name).map(JsonValue.EMPTY_JSON_ARRAY::equals).orElse(true)) {
            wrong("MISSING", name, "is missing or empty");
        }
        return optionalObjects(name, most, read);
    }

    <T> List<T> optionalObjects(String name, int most, Function<Fields, Optional<T>> read) {
        return list(name, most, (element, at) -> nested(element, at, read));
    }

    /** Warns of every field that nobody asked for. */
    void warnOfUnknown() {
        object.keySet().stream().filter(name -> !known.contains(name)).forEach(name -> {
            var at = path.isEmpty() ? findings.subject() : path;
            findings.odd("UNKNOWN_FIELD", "%s in %s is not known and was ignored".formatted(quoted(name), at));
        });
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private void wrongAt(String code, String at, String message) {
        findings.wrong(code, at, at + " " + message);
    }

    private Optional<JsonValue> value(String name) {
        known.add(name);
        return Optional.ofNullable(object.get(name)).filter(value -> value != JsonValue.NULL);
    }

    /** Complains about a value that is absent without having been complained about. */
    private <T> Optional<T> required(String at, Supplier<Optional<T>> read) {
        var before = findings.errorCount();
        var value = read.get();
        if (value.isEmpty() && findings.errorCount() == before) {
            wrongAt("MISSING", at, "is missing or blank");
        }
        return value;
    }

    private Optional<String> text(JsonValue value, String at, int longest, IntPredicate unfitFor) {
        if (!(value instanceof JsonString string)) {
            wrongAt("WRONG_TYPE", at, "must be text");
            return Optional.empty();
        }
        var text = string.getString();
        if (text.length() > longest) {
            wrongAt("TOO_LONG", at, "has %d characters, but %d are allowed".formatted(text.length(), longest));
            return Optional.empty();
        }
        var unfit = text.chars().filter(unfitFor).findFirst();
        if (unfit.isPresent()) {
            wrongAt("UNREADABLE_TEXT", at, "holds the control character U+%04X".formatted(unfit.getAsInt()));
            return Optional.empty();
        }
        return Optional.of(text).filter(given -> !given.isBlank());
    }

    private <T> Optional<T> nested(JsonValue value, String at, Function<Fields, Optional<T>> read) {
        if (!(value instanceof JsonObject nested)) {
            wrongAt("WRONG_TYPE", at, "must be an object");
            return Optional.empty();
        }
        var fields = new Fields(at, nested, findings);
        var result = read.apply(fields);
        fields.warnOfUnknown();
        return result;
    }

    private <T> List<T> list(String name, int most, BiFunction<JsonValue, String, Optional<T>> read) {
        var value = value(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (!(value.get() instanceof JsonArray array)) {
            wrong("WRONG_TYPE", name, "must be a list");
            return List.of();
        }
        if (array.size() > most) {
            wrong("TOO_MANY", name, "has %d entries, but %d are allowed".formatted(array.size(), most));
            return List.of();
        }
        var elements = new ArrayList<T>(array.size());
        for (int i = 0; i < array.size(); i++) {
            read.apply(array.get(i), "%s[%s]".formatted(path(name), i)).ifPresent(elements::add);
        }
        return elements;
    }

    private static boolean isWhole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    private static boolean isBetween(BigDecimal number, int least, int most) {
        return number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private static Optional<URI> address(String text) {
        try {
            var uri = new URI(text);
            var web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            var authority = Optional.ofNullable(uri.getRawAuthority())
                    .filter(given -> !given.contains("@") && !given.startsWith(":"));
            return web && authority.isPresent() ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
