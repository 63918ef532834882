package dev.rushlight.hub;

import static java.util.stream.Collectors.joining;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/**
 * JSON exactly as Python's {@code json.dumps(value, sort_keys=True)} writes it.
 *
 * <p>Clients keep schemas in a cache file and compare the MD5 of this text with the hash that the server announces; any
 * other text means that they fetch the schemas each time. A number counts as a float if it has a fraction, however
 * zero; one whose exponent just cancels its fraction, such as {@code 1.5e1}, is taken for an integer, because that is
 * what is left of it after parsing.
 */
public final class PythonJson {

    private static final Comparator<String> BY_CODE_POINTS =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    // Seventeen digits tell every double from its neighbours.
    private static final int MOST_DIGITS = 17;

    private PythonJson() {}

    public static String md5(JsonValue value) {
        try {
            var digest = MessageDigest.getInstance("MD5").digest(text(value).getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has MD5", e);
        }
    }

    public static String text(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT ->
                value.asJsonObject().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(BY_CODE_POINTS))
                        .map(entry -> quoted(entry.getKey()) + ": " + text(entry.getValue()))
                        .collect(joining(", ", "{", "}"));
            case ARRAY -> value.asJsonArray().stream().map(PythonJson::text).collect(joining(", ", "[", "]"));
            case STRING -> quoted(((JsonString) value).getString());
            case NUMBER -> number(((JsonNumber) value).bigDecimalValue());
            case TRUE -> "true";
            case FALSE -> "false";
            case NULL -> "null";
        };
    }

    private static String number(BigDecimal number) {
        return number.scale() == 0 ? number.toBigIntegerExact().toString() : repr(number.doubleValue());
    }

    /** The fewest digits that are this double again, with an exponent where Python writes one. */
    private static String repr(double number) {
        if (Double.isInfinite(number)) {
            return number > 0 ? "Infinity" : "-Infinity";
        }
        if (number == 0) {
            return "0.0";
        }
        var shortest = shortest(number);
        var digits = shortest.unscaledValue().abs().toString();
        var sign = number < 0 ? "-" : "";
        var exponent = digits.length() - 1 - shortest.scale();
        if (exponent >= -4 && exponent < 16) {
            var plain = shortest.toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        return sign
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + String.format(Locale.ROOT, "e%s%02d", exponent < 0 ? "-" : "+", Math.abs(exponent));
    }

    private static BigDecimal shortest(double number) {
        var exact = new BigDecimal(number);
        for (var digits = 1; digits < MOST_DIGITS; digits++) {
            var rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (rounded.doubleValue() == number) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
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
                        quoted.append("\\u").append(HexFormat.of().toHexDigits(c));
                    } else {
                        quoted.append(c);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }
}
