package dev.rushlight.hub.api;

import dev.rushlight.hub.JsonText;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/** Text of the query language that values are put into, quoted so that no value can be read as anything but a value. */
final class QueryText {

    private static final int MOST_VALUES = 10_000;

    private QueryText() {}

    /**
     * The expression with a value for each {@code {}} that stands outside quoted text.
     *
     * @throws IllegalArgumentException if there are more or fewer values than places, if a quoted text does not end, or
     *     if a value has no form in the query language
     */
    static String bind(String expression, Object... values) {
        var text = new StringBuilder(expression.length() + 32 * values.length);
        var bound = 0;
        var quote = '\0';
        for (var i = 0; i < expression.length(); i++) {
            var c = expression.charAt(i);
            if (quote == '\0' && expression.startsWith("{}", i)) {
                if (bound == values.length) {
                    throw wrongCount(expression, values.length);
                }
                text.append(literal(values[bound++]));
                i++;
                continue;
            }
            text.append(c);
            if (quote != '\0' && c == '\\' && i + 1 < expression.length()) {
                text.append(expression.charAt(++i));
            } else if (quote == '\0' && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = '\0';
            }
        }
        if (quote != '\0') {
            throw new IllegalArgumentException("A quoted text does not end in: " + Spelling.shortened(expression));
        }
        if (bound < values.length) {
            throw wrongCount(expression, values.length);
        }
        return text.toString();
    }

    /** The value as the query language writes it. */
    static String literal(Object value) {
        if (value instanceof Collection<?> list) {
            return list(list);
        }
        if (value instanceof Entity entity) {
            return quoted(entity.id());
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
            return JsonValue.TRUE.equals(value) ? "True" : "False";
        }
        if (value instanceof JsonString text) {
            return quoted(text.getString());
        }
        if (value instanceof CharSequence || value instanceof UUID || value instanceof LocalDate) {
            return quoted(value.toString());
        }
        return Values.decimal(value)
                .map(number -> number.toPlainString())
                .or(() -> Values.moment(value).map(moment -> quoted(Values.written(moment))))
                .orElseThrow(() ->
                        new IllegalArgumentException("A query cannot be asked with a value of type " + typeOf(value)));
    }

    /** A plain value of an attribute in the form in which a query compares it. */
    static Object comparable(Attribute attribute, Object value) {
        var wire = Values.encode(attribute, value);
        return switch (attribute.kind()) {
            case DATE_TIME -> Values.readDateTime(wire).orElseThrow();
            case DATE -> Values.readDate(wire).orElseThrow();
            default -> wire;
        };
    }

    private static String list(Collection<?> list) {
        if (list.isEmpty()) {
            throw new IllegalArgumentException("The query language has no empty list; do not ask then");
        }
        if (list.size() > MOST_VALUES) {
            throw new IllegalArgumentException(
                    "A list in a query may have %s values, not %s".formatted(MOST_VALUES, list.size()));
        }
        return list.stream()
                .map(element -> {
                    if (element instanceof Collection) {
                        throw new IllegalArgumentException("The query language has no lists in lists");
                    }
                    return literal(element);
                })
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Backslashes and double quotes are escaped; line breaks and tabs may stand in a text, other control characters not. */
    static String quoted(String text) {
        if (!JsonText.isWholeText(text)) {
            throw new IllegalArgumentException("The text has half of a surrogate pair");
        }
        var quoted = new StringBuilder(text.length() + 2).append('"');
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                throw new IllegalArgumentException(
                        "A text in a query may not have the control character U+%04X".formatted((int) c));
            }
            if (c == '"' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('"').toString();
    }

    private static String typeOf(Object value) {
        return value == null
                ? "null (the query language says: is None)"
                : value.getClass().getSimpleName();
    }

    private static IllegalArgumentException wrongCount(String expression, int values) {
        return new IllegalArgumentException("%s values do not fit the places {} outside quotes in: %s"
                .formatted(values, Spelling.shortened(expression)));
    }
}
