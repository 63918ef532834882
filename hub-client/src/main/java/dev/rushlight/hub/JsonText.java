package dev.rushlight.hub;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;

/**
 * Reads JSON text from strangers.
 *
 * <p>One linear look over the text refuses what is broken, too big, too deep or has absurd numbers before anything is
 * built from it; a key given twice is refused, not resolved.
 */
public final class JsonText {

    private static final JsonReaderFactory READERS =
            Json.createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private JsonText() {}

    public static JsonValue parse(String text, JsonLimits limits) {
        requireSize(text, limits.maxBytes());
        JsonScan.requireSound(text, limits.maxDepth());
        try (var reader = READERS.createReader(new StringReader(text))) {
            return reader.readValue();
        } catch (JsonException e) {
            JsonScan.requireNoRepeatedKey(text, limits.maxDepth());
            throw new MalformedJson(reason(e));
        }
    }

    /** Reads bytes that must be UTF-8; what is not is refused, not replaced. */
    public static JsonValue parse(byte[] utf8, JsonLimits limits) {
        try {
            return parse(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(utf8))
                            .toString(),
                    limits);
        } catch (CharacterCodingException e) {
            throw new MalformedJson("no text in UTF-8");
        }
    }

    public static JsonValue parse(String text) {
        return parse(text, JsonLimits.ofRequest());
    }

    public static JsonObject parseObject(String text, JsonLimits limits) {
        return object(parse(text, limits));
    }

    public static JsonObject parseObject(byte[] utf8, JsonLimits limits) {
        return object(parse(utf8, limits));
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new MalformedJson("an object is expected");
    }

    public static JsonObject parseObject(String text) {
        return parseObject(text, JsonLimits.ofRequest());
    }

    public static JsonArray parseArray(String text, JsonLimits limits) {
        if (parse(text, limits) instanceof JsonArray array) {
            return array;
        }
        throw new MalformedJson("an array is expected");
    }

    public static JsonArray parseArray(String text) {
        return parseArray(text, JsonLimits.ofRequest());
    }

    /** What a string, which must be sound, stands for. */
    static String string(String text) {
        try (var reader = READERS.createReader(new StringReader(text))) {
            return ((JsonString) reader.readValue()).getString();
        }
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
            throw new MalformedJson("longer than " + maxBytes + " bytes");
        }
    }

    private static String reason(JsonException e) {
        var message = String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return message.length() <= 200 ? message : message.substring(0, 200) + "…";
    }
}
