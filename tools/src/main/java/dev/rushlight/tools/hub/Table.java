package dev.rushlight.tools.hub;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows in columns for a person; the widths are those of the first page, and what does not fit is cut. */
final class Table {

    private static final int WIDEST = 60;

    private final List<String> columns;
    private final Lines lines;
    private List<Integer> widths = List.of();

    Table(List<String> columns, Lines lines) {
        this.columns = columns;
        this.lines = lines;
    }

    void print(List<JsonObject> rows) {
        var cells = rows.stream().map(this::cells).toList();
        if (widths.isEmpty()) {
            widths = widths(cells);
            lines.write(line(columns));
            lines.write(line(widths.stream().map("-"::repeat).toList()));
        }
        cells.forEach(row -> lines.write(line(row)));
    }

    private List<String> cells(JsonObject row) {
        return columns.stream()
                .map(column -> Printable.of(text(at(row, List.of(column.split("\\.")))), WIDEST))
                .toList();
    }

    private List<Integer> widths(List<List<String>> rows) {
        var widest = new ArrayList<Integer>();
        for (var i = 0; i < columns.size(); i++) {
            var column = i;
            widest.add(Stream.concat(Stream.of(columns.get(i)), rows.stream().map(row -> row.get(column)))
                    .mapToInt(Table::width)
                    .max()
                    .orElse(0));
        }
        return List.copyOf(widest);
    }

    private String line(List<String> cells) {
        var line = new StringBuilder();
        for (var i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : "  ").append(cells.get(i));
            if (i < cells.size() - 1) {
                line.append(" ".repeat(Math.max(0, widths.get(i) - width(cells.get(i)))));
            }
        }
        return line.toString();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Follows the path through references, and through every member of a collection. */
    private static JsonValue at(JsonValue value, List<String> path) {
        if (path.isEmpty()) {
            return value;
        }
        if (value instanceof JsonObject object) {
            return at(object.getOrDefault(path.get(0), JsonValue.NULL), path.subList(1, path.size()));
        }
        if (value instanceof JsonArray members) {
            var found = Json.createArrayBuilder();
            members.forEach(member -> found.add(at(member, path)));
            return found.build();
        }
        return JsonValue.NULL;
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        if (value instanceof JsonArray members) {
            return members.stream().map(Table::text).collect(Collectors.joining(", "));
        }
        if (value instanceof JsonObject object) {
            return text(object);
        }
        return value.equals(JsonValue.NULL) ? "" : value.toString();
    }

    /** A date, a pair of key and value, an entity by its name or its id, or the JSON of anything else. */
    private static String text(JsonObject object) {
        if (object.containsKey("__type__") && object.containsKey("value")) {
            return text(object.getOrDefault("value", JsonValue.NULL));
        }
        if (object.containsKey("key") && object.containsKey("value")) {
            return text(object.getOrDefault("key", JsonValue.NULL)) + "="
                    + text(object.getOrDefault("value", JsonValue.NULL));
        }
        return Stream.of("name", "id")
                .filter(object::containsKey)
                .findFirst()
                .map(key -> text(object.getOrDefault(key, JsonValue.NULL)))
                .orElseGet(object::toString);
    }
}
