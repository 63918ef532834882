package dev.rushlight.hub;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;

/**
 * Reads JSON text from strangers.
 *
 * <p>One linear look over the text refuses what is too big, too deep or has absurd numbers before anything is built
 * from it; a key given twice is refused, not resolved.
 */
public final class JsonText {

    private static final int LONGEST_NUMBER = 128;
    private static final int LARGEST_EXPONENT = 400;

    /** Half a surrogate pair is no text: it can neither be sent nor stored as UTF-8. */
    private static final String HALF_CHARACTER = "half of a surrogate pair";

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private JsonText() {}

    public static JsonValue parse(String text, JsonLimits limits) {
        requireSize(text, limits.maxBytes());
        new Scan(text, limits.maxDepth()).run();
        try (var reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonParsingException e) {
            throw new MalformedJson(reason(e), Math.max(0, e.getLocation().getStreamOffset()));
        } catch (JsonException e) {
            throw new MalformedJson(reason(e), 0);
        }
    }

    public static JsonValue parse(String text) {
        return parse(text, JsonLimits.ofRequest());
    }

    public static JsonObject parseObject(String text, JsonLimits limits) {
        if (parse(text, limits) instanceof JsonObject object) {
            return object;
        }
        throw new MalformedJson("an object is expected", 0);
    }

    public static JsonObject parseObject(String text) {
        return parseObject(text, JsonLimits.ofRequest());
    }

    public static JsonArray parseArray(String text, JsonLimits limits) {
        if (parse(text, limits) instanceof JsonArray array) {
            return array;
        }
        throw new MalformedJson("an array is expected", 0);
    }

    public static JsonArray parseArray(String text) {
        return parseArray(text, JsonLimits.ofRequest());
    }

    /** Whether a value nests at most so deep, found without going any deeper; a plain value has depth 0. */
    public static boolean isWithinDepth(JsonValue value, int maxDepth) {
        if (value instanceof JsonObject object) {
            return maxDepth > 0 ? areWithinDepth(object.values(), maxDepth - 1) : object.isEmpty();
        }
        if (value instanceof JsonArray array) {
            return maxDepth > 0 ? areWithinDepth(array, maxDepth - 1) : array.isEmpty();
        }
        return true;
    }

    private static boolean areWithinDepth(Collection<JsonValue> values, int maxDepth) {
        for (var value : values) {
            if (!isWithinDepth(value, maxDepth)) {
                return false;
            }
        }
        return true;
    }

    /** The size of a text in UTF-8, counted without encoding it. */
    public static long utf8Length(CharSequence text) {
        var bytes = 0L;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            // Each half of a surrogate pair counts for two of the pair's four bytes.
            bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        }
        return bytes;
    }

    /** Whether every character is whole, so that the text can be sent as UTF-8 without being changed. */
    public static boolean isWholeText(CharSequence text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static void requireSize(String text, int maxBytes) {
        if (text.length() > maxBytes || utf8Length(text) > maxBytes) {
            throw new MalformedJson("longer than " + maxBytes + " bytes", 0);
        }
    }

    private static String reason(JsonException e) {
        var message = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return message.length() <= 200 ? message : message.substring(0, 200) + "…";
    }

    /** The look before the leap: knows strings, brackets and numbers, and nothing else of the grammar. */
    private static final class Scan {

        private final String text;
        private final int maxDepth;
        private int at;
        private int depth;
        private boolean started;

        Scan(String text, int maxDepth) {
            this.text = text;
            this.maxDepth = maxDepth;
        }

        void run() {
            while (at < text.length()) {
                var c = text.charAt(at);
                if (c > ' ') {
                    requireOneValue();
                }
                if (c == '"') {
                    skipString();
                } else if (c == '-' || isDigit(c)) {
                    skipNumber();
                } else if (Character.isLetter(c)) {
                    skipLetters();
                } else {
                    follow(c);
                    at++;
                }
            }
        }

        private void requireOneValue() {
            if (depth == 0) {
                if (started) {
                    throw new MalformedJson("more text after the value", at);
                }
                started = true;
            }
        }

        private void skipLetters() {
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
        }

        private void follow(char c) {
            if (c == '[' || c == '{') {
                if (++depth > maxDepth) {
                    throw new MalformedJson("nested deeper than " + maxDepth, at);
                }
            } else if (c == ']' || c == '}') {
                depth--;
            }
        }

        private void skipString() {
            var start = at++;
            var half = false;
            while (at < text.length() && text.charAt(at) != '"') {
                var escaped = text.startsWith("\\u", at);
                var unit = escaped ? escapedUnit() : text.charAt(at);
                if (half != Character.isLowSurrogate(unit)) {
                    throw new MalformedJson(HALF_CHARACTER, at);
                }
                half = Character.isHighSurrogate(unit);
                at += escaped ? 6 : unit == '\\' ? 2 : 1;
            }
            if (at >= text.length()) {
                throw new MalformedJson("a string does not end", start);
            }
            if (half) {
                throw new MalformedJson(HALF_CHARACTER, at);
            }
            at++;
        }

        /** The code unit behind {@code \\uXXXX}; whether the digits are any is left to the parser. */
        private char escapedUnit() {
            var unit = 0;
            for (var i = at + 2; i < Math.min(at + 6, text.length()); i++) {
                unit = unit << 4 | Math.max(0, Character.digit(text.charAt(i), 16));
            }
            return (char) unit;
        }

        private void skipNumber() {
            var start = at;
            var exponentAt = -1;
            while (at < text.length() && isNumberPart(text.charAt(at))) {
                if (text.charAt(at) == 'e' || text.charAt(at) == 'E') {
                    exponentAt = at + 1;
                }
                at++;
            }
            var first = text.charAt(start) == '-' ? start + 1 : start;
            if (first + 1 < at && text.charAt(first) == '0' && isDigit(text.charAt(first + 1))) {
                throw new MalformedJson("a number with leading zeros", start);
            }
            if (at - start > LONGEST_NUMBER) {
                throw new MalformedJson("a number of more than " + LONGEST_NUMBER + " characters", start);
            }
            if (exponentAt >= 0 && exponent(exponentAt) > LARGEST_EXPONENT) {
                throw new MalformedJson("a number with an exponent beyond " + LARGEST_EXPONENT, start);
            }
        }

        private int exponent(int from) {
            var size = 0;
            for (var i = from; i < at; i++) {
                if (isDigit(text.charAt(i))) {
                    size = Math.min(LARGEST_EXPONENT + 1, size * 10 + text.charAt(i) - '0');
                }
            }
            return size;
        }

        private static boolean isDigit(char c) {
            return c >= '0' && c <= '9';
        }

        private static boolean isNumberPart(char c) {
            return isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
        }
    }
}
