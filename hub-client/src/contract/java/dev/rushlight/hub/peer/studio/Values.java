package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** Values as they travel: what is stored of them, and how they compare with the text of a query. */
final class Values {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String TYPE = "__type__";

    private Values() {}

    /** A date-time in UTC without a zone and without fractions of a second, as the server sends all of them. */
    static JsonObject dateTime(Instant instant) {
        var value = LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.SECONDS), ZoneOffset.UTC);
        return JSON.createObjectBuilder()
                .add(TYPE, "datetime")
                .add("value", value.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss")))
                .build();
    }

    /** Checks a value against its property and brings it into the form in which it is stored. */
    static JsonValue stored(String name, JsonValue value, JsonObject property) {
        if (value.equals(JsonValue.NULL)) {
            return value;
        }
        if (property.getString("format", "").equals("date-time")) {
            return instant(value)
                    .map(it -> (JsonValue) dateTime(it))
                    .orElseThrow(() -> Refused.invalid("%s is no date-time: %s", name, value));
        }
        var fits = switch (property.getString("type", "")) {
            case "string" -> value instanceof JsonString;
            case "integer" -> value instanceof JsonNumber number && number.isIntegral();
            case "number" -> value instanceof JsonNumber;
            case "boolean" -> value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE);
            default -> true;
        };
        if (!fits) {
            throw Refused.invalid("%s must be a %s: %s", name, property.getString("type", ""), value);
        }
        return value;
    }

    /** Whether a stored value and a text of a query mean the same. */
    static boolean isEqual(JsonValue value, String text) {
        return order(value, text).filter(it -> it == 0).isPresent();
    }

    /** How a stored value and a text of a query are ordered; nothing if they are of different kinds. */
    static Optional<Integer> order(JsonValue value, String text) {
        try {
            if (value instanceof JsonString string) {
                return Optional.of(string.getString().compareTo(text));
            }
            if (value instanceof JsonNumber number) {
                return Optional.of(number.bigDecimalValue().compareTo(new BigDecimal(text.strip())));
            }
            if (value instanceof JsonObject) {
                return instant(value).flatMap(it -> instant(text).map(it::compareTo));
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return value.toString().equalsIgnoreCase(text) ? Optional.of(0) : Optional.of(1);
    }

    /** Something that sorts like the value. */
    static String sortKey(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return String.format(
                    Locale.ROOT, "%040.6f", number.bigDecimalValue().add(BigDecimal.TEN.pow(20)));
        }
        return value instanceof JsonObject ? instant(value).toString() : plain(value);
    }

    static String plain(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    private static Optional<Instant> instant(JsonValue value) {
        if (value instanceof JsonString string) {
            return instant(string.getString());
        }
        return value instanceof JsonObject wrapped && wrapped.get("value") instanceof JsonString text
                ? instant(text.getString())
                : Optional.empty();
    }

    private static Optional<Instant> instant(String text) {
        var iso = text.strip().replace(' ', 'T');
        try {
            if (iso.length() == "2022-10-10".length()) {
                return Optional.of(LocalDate.parse(iso).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            return iso.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? Optional.of(OffsetDateTime.parse(iso).toInstant())
                    : Optional.of(LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
