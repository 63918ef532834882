package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must hold of a row for a query to find it. */
@FunctionalInterface
interface Condition {

    boolean holds(Rows rows, Row row);

    default Condition and(Condition other) {
        return (rows, row) -> holds(rows, row) && other.holds(rows, row);
    }

    default Condition or(Condition other) {
        return (rows, row) -> holds(rows, row) || other.holds(rows, row);
    }

    default Condition negated() {
        return (rows, row) -> !holds(rows, row);
    }

    /** Some value at the end of the path passes; what has no value never does. */
    static Condition some(List<String> path, Predicate<JsonValue> test) {
        return (rows, row) ->
                Paths.values(rows, row, path).anyMatch(value -> !value.equals(JsonValue.NULL) && test.test(value));
    }

    static Condition isNothing(List<String> path) {
        return (rows, row) -> Paths.values(rows, row, path).allMatch(JsonValue.NULL::equals);
    }

    static Condition in(List<String> path, Set<String> texts) {
        return some(path, value -> texts.stream().anyMatch(text -> Values.isEqual(value, text)));
    }

    /** One of the values that a subquery finds. */
    static Condition in(List<String> path, Question subquery) {
        return (rows, row) -> in(path, found(rows, subquery)).holds(rows, row);
    }

    /** {@code has} and {@code any}: one row that the path leads to meets all of a condition. */
    static Condition member(List<String> path, Condition inner) {
        return (rows, row) -> Paths.rows(rows, row, path).anyMatch(it -> inner.holds(rows, it));
    }

    /** {@code %} stands for any text and {@code _} for one character, upper and lower case alike. */
    static Predicate<JsonValue> like(String pattern) {
        var regex = new StringBuilder();
        for (var i = 0; i < pattern.length(); i++) {
            var c = pattern.charAt(i);
            if (c == '%' || c == '_') {
                regex.append(c == '%' ? ".*" : ".");
            } else {
                i += c == '\\' && i + 1 < pattern.length() ? 1 : 0;
                regex.append(Pattern.quote(pattern.substring(i, i + 1)));
            }
        }
        var compiled =
                Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
        return value -> compiled.matcher(Values.plain(value)).matches();
    }

    private static Set<String> found(Rows rows, Question subquery) {
        var path = subquery.projections().isEmpty()
                ? List.of("id")
                : subquery.projections().get(0);
        return rows.ofType(subquery.type())
                .filter(it -> subquery.condition().map(c -> c.holds(rows, it)).orElse(true))
                .flatMap(it -> Paths.values(rows, it, path))
                .filter(value -> !value.equals(JsonValue.NULL))
                .map(Values::plain)
                .collect(Collectors.toSet());
    }
}
