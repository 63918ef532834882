package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import java.util.stream.Stream;

/** Where a path of attributes leads from a row: through references, and through every member of collections. */
final class Paths {

    private Paths() {}

    /** The values at the end; a reference that leads nowhere on the way counts as no value. */
    static Stream<JsonValue> values(Rows rows, Row row, List<String> path) {
        var attribute = rows.schemas().get(row.type()).attribute(path.get(0));
        if (attribute.isEmpty()) {
            return Stream.of(JsonValue.NULL);
        }
        if (attribute.get().kind() == Attribute.Kind.COLUMN) {
            return Stream.of(rows.value(row, attribute.get()));
        }
        var next = step(rows, row, attribute.get());
        if (next.isEmpty() && attribute.get().kind() == Attribute.Kind.REFERENCE) {
            return Stream.of(JsonValue.NULL);
        }
        return next.stream()
                .flatMap(it -> path.size() == 1
                        ? Stream.of(JsonProvider.provider().createValue(it.id()))
                        : values(rows, it, path.subList(1, path.size())));
    }

    /** The rows at the end. */
    static Stream<Row> rows(Rows rows, Row row, List<String> path) {
        return rows.schemas().get(row.type()).attribute(path.get(0)).stream()
                .flatMap(attribute -> step(rows, row, attribute).stream())
                .flatMap(it -> path.size() == 1 ? Stream.of(it) : rows(rows, it, path.subList(1, path.size())));
    }

    private static List<Row> step(Rows rows, Row row, Attribute attribute) {
        return attribute.kind() == Attribute.Kind.COLLECTION
                ? rows.members(row, attribute)
                : rows.reference(row, attribute).stream().toList();
    }
}
