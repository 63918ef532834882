package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every stored entity, and how one leads to others. */
final class Rows {

    private final Schemas schemas;
    private final Computed computed;
    private final Map<String, Map<List<String>, Row>> families = new LinkedHashMap<>();

    Rows(Schemas schemas, String origin) {
        this.schemas = schemas;
        this.computed = new Computed(this, origin);
    }

    private Rows(Rows other) {
        schemas = other.schemas;
        computed = new Computed(this, other.computed.origin());
        other.families.forEach((family, rows) -> families.put(family, new LinkedHashMap<>(rows)));
    }

    /** The same rows, to be changed and kept or dropped as a whole. */
    Rows copy() {
        return new Rows(this);
    }

    Schemas schemas() {
        return schemas;
    }

    Optional<Row> find(String type, List<String> key) {
        return Optional.ofNullable(family(type).get(key)).filter(row -> schemas.isA(row.type(), type));
    }

    Row get(String type, List<String> key) {
        return find(type, key).orElseThrow(() -> Refused.invalid("There is no %s %s", type, String.join(", ", key)));
    }

    void put(Row row) {
        family(row.type()).put(row.key(), row);
    }

    void remove(Row row) {
        family(row.type()).remove(row.key());
    }

    Stream<Row> all() {
        return families.values().stream().flatMap(it -> it.values().stream());
    }

    Stream<Row> ofType(String type) {
        return family(type).values().stream().filter(row -> schemas.isA(row.type(), type));
    }

    Stream<Row> where(String type, String column, String value) {
        return ofType(type).filter(row -> row.text(column).equals(Optional.of(value)));
    }

    /** What a client reads of a column. */
    JsonValue value(Row row, Attribute column) {
        return computed.value(row, column.name())
                .or(() -> row.value(column.column()))
                .orElse(JsonValue.NULL);
    }

    /** Where a reference leads now. */
    Optional<Row> reference(Row row, Attribute reference) {
        if (reference.name().equals("latest_version")) {
            return computed.latestVersion(row);
        }
        var id = reference.column().equals("project_id") ? computed.projectId(row) : row.text(reference.column());
        return id.flatMap(it -> find(reference.target(), List.of(it)));
    }

    List<Row> members(Row row, Attribute collection) {
        if (collection.isKeptByOwner()) {
            return row.value(collection.name()).map(JsonValue::asJsonArray).orElse(JsonArray.EMPTY_JSON_ARRAY).stream()
                    .map(id -> List.of(((JsonString) id).getString()))
                    .flatMap(key -> find(collection.target(), key).stream())
                    .toList();
        }
        return where(collection.target(), collection.column(), row.id()).toList();
    }

    private Map<List<String>, Row> family(String type) {
        return families.computeIfAbsent(schemas.root(type), it -> new LinkedHashMap<>());
    }
}
