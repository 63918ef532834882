package dev.rushlight.hub.api;

import dev.rushlight.hub.JsonText;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Plain values as Java has them and as the wire has them. */
final class Values {

    static final JsonProvider JSON = JsonProvider.provider();

    private static final int DEEPEST = 32;
    private static final int MOST_DIGITS = 128;
    private static final int LARGEST_EXPONENT = 400;
    private static final Pattern INTEGER = Pattern.compile("-?\\d{1,18}");
    private static final String TYPE = "__type__";
    private static final String VALUE = "value";

    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter();

    private Values() {}

    static JsonString json(String text) {
        return JSON.createValue(text);
    }

    /** The wire form of a primary key's value. */
    static JsonValue key(Attribute attribute, String value) {
        return attribute.kind() == Kind.INTEGER && INTEGER.matcher(value).matches()
                ? JSON.createValue(Long.parseLong(value))
                : json(value);
    }

    /**
     * The wire form of a value for an attribute of a plain kind.
     *
     * @throws IllegalArgumentException if the value is of another kind
     */
    static JsonValue encode(Attribute attribute, Object value) {
        return switch (attribute.kind()) {
            case TEXT -> text(value).orElseThrow(() -> wrong(attribute, value));
            case INTEGER -> integer(value).orElseThrow(() -> wrong(attribute, value));
            case NUMBER -> number(value).orElseThrow(() -> wrong(attribute, value));
            case FLAG -> flag(value).orElseThrow(() -> wrong(attribute, value));
            case DATE_TIME -> moment(value).map(Values::dateTime).orElseThrow(() -> wrong(attribute, value));
            case DATE -> day(value).map(Values::date).orElseThrow(() -> wrong(attribute, value));
            case JSON -> any(value, DEEPEST).orElseThrow(() -> wrong(attribute, value));
            case REFERENCE, COLLECTION, MAPPED -> throw wrong(attribute, value);
        };
    }

    static IllegalArgumentException wrong(Attribute attribute, Object value) {
        return new IllegalArgumentException("%s takes a value of kind %s%s, not %s"
                .formatted(
                        attribute,
                        attribute.kind(),
                        attribute.target().map(target -> " (" + target + ")").orElse(""),
                        name(value)));
    }

    private static String name(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Entity entity) {
            return entity.type();
        }
        return value instanceof JsonValue json
                ? "JSON " + json.getValueType()
                : value.getClass().getSimpleName();
    }

    /** Whether two wire values of an attribute say the same; date-times are compared at whole seconds. */
    static boolean same(Attribute attribute, JsonValue one, JsonValue other) {
        if (attribute.kind() == Kind.DATE_TIME) {
            var left = readDateTime(one).map(moment -> moment.truncatedTo(ChronoUnit.SECONDS));
            return left.isPresent()
                    ? left.equals(readDateTime(other).map(moment -> moment.truncatedTo(ChronoUnit.SECONDS)))
                    : one.equals(other);
        }
        if (one instanceof JsonNumber left && other instanceof JsonNumber right) {
            return left.bigDecimalValue().compareTo(right.bigDecimalValue()) == 0;
        }
        return one.equals(other);
    }

    /** A moment as the server writes it: UTC, whole seconds, no offset. */
    static String written(Instant moment) {
        return WRITTEN.format(moment.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /** The moment in a date-time with or without an offset, wrapped or as mere text; empty if it is none. */
    static Optional<Instant> readDateTime(JsonValue json) {
        return unwrapped(json, "datetime").flatMap(text -> {
            try {
                var parsed = READ.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
                return Optional.of(
                        parsed instanceof OffsetDateTime exact
                                ? exact.toInstant()
                                : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    static Optional<LocalDate> readDate(JsonValue json) {
        return unwrapped(json, "date").flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> unwrapped(JsonValue json, String type) {
        var value = json instanceof JsonObject object
                        && object.get(TYPE) instanceof JsonString given
                        && given.getString().equals(type)
                ? object.get(VALUE)
                : json;
        return value instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static JsonValue dateTime(Instant moment) {
        return wrapped("datetime", written(moment));
    }

    private static JsonValue date(LocalDate day) {
        return wrapped("date", day.toString());
    }

    private static JsonValue wrapped(String type, String value) {
        return JSON.createObjectBuilder().add(TYPE, type).add(VALUE, value).build();
    }

    static Optional<Instant> moment(Object value) {
        if (value instanceof Instant instant) {
            return Optional.of(instant);
        }
        if (value instanceof OffsetDateTime moment) {
            return Optional.of(moment.toInstant());
        }
        if (value instanceof ZonedDateTime moment) {
            return Optional.of(moment.toInstant());
        }
        if (value instanceof LocalDate day) {
            return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
        return value instanceof JsonValue json ? readDateTime(json) : Optional.empty();
    }

    static Optional<LocalDate> day(Object value) {
        if (value instanceof LocalDate day) {
            return Optional.of(day);
        }
        return value instanceof JsonValue json ? readDate(json) : Optional.empty();
    }

    static Optional<JsonValue> text(Object value) {
        if (value instanceof JsonString text) {
            return Optional.of(text);
        }
        if (value instanceof CharSequence || value instanceof UUID) {
            var text = value.toString();
            if (!JsonText.isWholeText(text)) {
                throw new IllegalArgumentException("The text has half of a surrogate pair");
            }
            return Optional.of(json(text));
        }
        return Optional.empty();
    }

    /** The decimal that a number of any type is; empty for infinities, absurd numbers and what is no number. */
    static Optional<BigDecimal> decimal(Object value) {
        return exact(value)
                .filter(number ->
                        number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= LARGEST_EXPONENT);
    }

    private static Optional<BigDecimal> exact(Object value) {
        if (value instanceof JsonNumber number) {
            return Optional.of(number.bigDecimalValue());
        }
        if (value instanceof BigDecimal number) {
            return Optional.of(number);
        }
        if (value instanceof BigInteger number) {
            return Optional.of(new BigDecimal(number));
        }
        if (value instanceof Double || value instanceof Float) {
            return Double.isFinite(((Number) value).doubleValue())
                    ? Optional.of(new BigDecimal(value.toString()))
                    : Optional.empty();
        }
        return value instanceof Integer || value instanceof Long || value instanceof Short || value instanceof Byte
                ? Optional.of(BigDecimal.valueOf(((Number) value).longValue()))
                : Optional.empty();
    }

    static Optional<JsonValue> integer(Object value) {
        if (value instanceof Double || value instanceof Float) {
            return Optional.empty();
        }
        return decimal(value).flatMap(Values::whole).map(JSON::createValue);
    }

    static Optional<Long> whole(BigDecimal number) {
        try {
            return Optional.of(number.longValueExact());
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonValue> number(Object value) {
        return decimal(value).map(JSON::createValue);
    }

    private static Optional<JsonValue> flag(Object value) {
        if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
            return Optional.of((JsonValue) value);
        }
        return value instanceof Boolean flag ? Optional.of(flag ? JsonValue.TRUE : JsonValue.FALSE) : Optional.empty();
    }

    /** Whatever has a JSON form, and is not nested too deep. */
    private static Optional<JsonValue> any(Object value, int depth) {
        if (value instanceof JsonValue json) {
            return JsonText.isWithinDepth(json, depth) ? Optional.of(json) : Optional.empty();
        }
        if (depth == 0) {
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> map) {
            return object(map, depth - 1);
        }
        if (value instanceof Collection<?> list) {
            return array(list, depth - 1);
        }
        if (value instanceof LocalDate day) {
            return Optional.of(date(day));
        }
        return text(value)
                .or(() -> flag(value))
                .or(() -> number(value))
                .or(() -> moment(value).map(Values::dateTime));
    }

    private static Optional<JsonValue> object(Map<?, ?> map, int depth) {
        var object = JSON.createObjectBuilder();
        for (var entry : map.entrySet()) {
            var value = entry.getValue() == null ? Optional.of(JsonValue.NULL) : any(entry.getValue(), depth);
            if (!(entry.getKey() instanceof String name) || value.isEmpty()) {
                return Optional.empty();
            }
            object.add(name, value.get());
        }
        return Optional.of(object.build());
    }

    private static Optional<JsonValue> array(Collection<?> list, int depth) {
        var array = JSON.createArrayBuilder();
        for (var element : list) {
            var value = element == null ? Optional.of(JsonValue.NULL) : any(element, depth);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            array.add(value.get());
        }
        return Optional.of(array.build());
    }
}
