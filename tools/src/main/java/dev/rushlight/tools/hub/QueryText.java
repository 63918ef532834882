package dev.rushlight.tools.hub;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A query as a person writes it, taken apart as far as paging and columns need: what it selects, from which type, and
 * the offset and limit at its end.
 */
record QueryText(List<String> projections, String type, String rest, int offset, OptionalInt limit) {

    private static final Pattern SELECT = Pattern.compile("select\\s+(.+?)\\s+from\\s+(\\w+)\\b(.*)", Pattern.DOTALL);
    private static final Pattern BARE = Pattern.compile("(\\w+)\\b(.*)", Pattern.DOTALL);
    private static final Pattern LAST = Pattern.compile("(.*\\s)(offset|limit)\\s+([0-9]{1,9})\\s*", Pattern.DOTALL);

    QueryText {
        projections = List.copyOf(projections);
    }

    static QueryText read(String text) {
        var body = text.strip();
        var offset = 0;
        var limit = OptionalInt.empty();
        for (var last = LAST.matcher(body); last.matches(); last = LAST.matcher(body)) {
            var number = Integer.parseInt(last.group(3));
            if (last.group(2).equals("offset")) {
                offset = number;
            } else {
                limit = OptionalInt.of(number);
            }
            body = last.group(1).strip();
        }
        var select = SELECT.matcher(body);
        if (select.matches()) {
            var projections =
                    Arrays.stream(select.group(1).split(",")).map(String::strip).toList();
            return new QueryText(projections, select.group(2), select.group(3).strip(), offset, limit);
        }
        var bare = BARE.matcher(body);
        if (!body.startsWith("select") && bare.matches()) {
            return new QueryText(List.of(), bare.group(1), bare.group(2).strip(), offset, limit);
        }
        throw CommandFailed.usage(
                "'%s' is not a query: it begins neither with 'select ... from TYPE' nor with a type", text);
    }

    QueryText withProjections(List<String> others) {
        return new QueryText(others, type, rest, offset, limit);
    }

    /** The query for the page that begins there. */
    String page(long from, int rows) {
        return "select %s from %s%s offset %s limit %s"
                .formatted(String.join(", ", projections), type, rest.isEmpty() ? "" : " " + rest, from, rows);
    }
}
