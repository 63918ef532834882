package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Creates, changes and deletes rows, and checks at the end of a batch what must hold of every one of them. */
final class Writes {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final String TYPE = "__entity_type__";

    private final Rows rows;
    private final Defaults defaults;
    private final Memberships memberships;
    private final Set<Row> touched = new LinkedHashSet<>();
    private final Set<List<String>> created = new HashSet<>();

    Writes(Rows rows, Defaults defaults) {
        this.rows = rows;
        this.defaults = defaults;
        this.memberships = new Memberships(rows, this);
    }

    /** Stores a new row and says what is stored, under the name by which the type was asked for. */
    JsonObject create(String requested, JsonObject data) {
        var schema = rows.schemas().get(defaults.concreteType(requested, data));
        var key = schema.primaryKey().stream()
                .map(name -> keyPart(schema, name, data))
                .toList();
        if (rows.find(rows.schemas().root(schema.id()), key).isPresent()) {
            throw new Refused(
                    "DuplicateEntryError",
                    "Duplicate entry %s for %s".formatted(String.join(", ", key), requested),
                    422);
        }
        var row = withSchemaDefaults(schema, new Row(schema.id(), key, Map.of()));
        for (var i = 0; i < key.size(); i++) {
            row = row.with(schema.primaryKey().get(i), JSON.createValue(key.get(i)));
        }
        row = defaults.complete(rows, written(schema, row, data, true));
        store(row);
        created.add(key);
        memberships.replace(schema, row, data);
        defaults.also(rows, row).forEach(this::store);
        return echo(rows.schemas().get(requested), schema, rows.get(row.type(), key), data, true);
    }

    JsonObject update(String type, List<String> key, JsonObject data) {
        var row = rows.get(type, key);
        var schema = rows.schemas().get(row.type());
        var changed = written(schema, row, data, false);
        store(changed);
        memberships.replace(schema, changed, data);
        return echo(rows.schemas().get(type), schema, rows.get(row.type(), key), data, false);
    }

    /** Deletes a row with everything that is part of it; what was deleted before is no error. */
    void delete(String type, List<String> key) {
        rows.find(type, key).ifPresent(this::remove);
    }

    void remove(Row row) {
        rows.remove(row);
        rows.schemas().get(row.type()).attributes().values().stream()
                .filter(it -> it.kind() == Attribute.Kind.COLLECTION && !it.isKeptByOwner())
                .flatMap(it -> rows.members(row, it).stream())
                .toList()
                .forEach(this::remove);
        rows.all().toList().forEach(other -> forget(other, row));
    }

    void store(Row row) {
        rows.put(row);
        touched.removeIf(it -> isSame(it, row));
        touched.add(row);
    }

    /** Refuses the batch if one of the rows that it wrote is not complete. */
    void check() {
        memberships.finish();
        for (var row : new ArrayList<>(touched)) {
            rows.find(row.type(), row.key())
                    .map(it -> created.contains(it.key()) ? defaults.complete(rows, it) : it)
                    .ifPresent(it -> {
                        rows.put(it);
                        check(it);
                    });
        }
    }

    private void check(Row row) {
        var schema = rows.schemas().get(row.type());
        for (var name : schema.required()) {
            if (row.value(name).isEmpty()) {
                throw Refused.invalid("%s of %s %s is required", name, row.type(), row.id());
            }
        }
        for (var attribute : schema.attributes().values()) {
            if (attribute.kind() == Attribute.Kind.REFERENCE) {
                row.text(attribute.column()).ifPresent(id -> rows.get(attribute.target(), List.of(id)));
            }
        }
    }

    private Row written(Schema schema, Row row, JsonObject data, boolean isNew) {
        var changed = row;
        for (var name : data.keySet()) {
            if (name.equals(TYPE)) {
                continue;
            }
            var attribute = schema.attribute(name)
                    .orElseThrow(() -> Refused.invalid("%s has no attribute %s", schema.id(), name));
            var value = data.get(name);
            if (attribute.kind() != Attribute.Kind.COLLECTION) {
                var stored = attribute.kind() == Attribute.Kind.REFERENCE
                        ? reference(attribute, value)
                        : Values.stored(name, value, schema.property(name));
                requireWritable(schema, row, attribute, stored, isNew);
                changed = changed.with(attribute.column(), stored);
            }
        }
        return changed;
    }

    private static void requireWritable(Schema schema, Row row, Attribute attribute, JsonValue value, boolean isNew) {
        if (schema.isComputed(attribute.name()) && !value.equals(JsonValue.NULL)) {
            throw Refused.invalid("%s.%s is computed", schema.id(), attribute.name());
        }
        var before = row.value(attribute.column()).orElse(JsonValue.NULL);
        if (!isNew && schema.isImmutable(attribute.column()) && !value.equals(before)) {
            throw Refused.invalid("%s.%s cannot be changed", schema.id(), attribute.name());
        }
    }

    private JsonValue reference(Attribute attribute, JsonValue value) {
        if (value.equals(JsonValue.NULL)) {
            return value;
        }
        var schema = rows.schemas().get(attribute.target());
        return JSON.createValue(key(schema, value).get(0));
    }

    /** The primary key in a reference, whose type must be the expected one or a kind of it. */
    List<String> key(Schema expected, JsonValue reference) {
        if (!(reference instanceof JsonObject object)
                || !object.containsKey(TYPE)
                || !object.keySet().containsAll(expected.primaryKey())) {
            throw Refused.invalid("A reference to %s is expected: %s", expected.id(), reference);
        }
        if (!rows.schemas().isA(object.getString(TYPE), expected.id())) {
            throw Refused.invalid("A %s is no %s", object.getString(TYPE), expected.id());
        }
        return expected.primaryKey().stream().map(object::getString).toList();
    }

    private Row withSchemaDefaults(Schema schema, Row row) {
        var filled = row;
        for (var name : schema.attributes().keySet()) {
            var value = schema.property(name).get("default");
            if (value != null && !value.equals(JSON.createValue("{uid}"))) {
                filled = filled.with(name, value);
            }
        }
        return filled;
    }

    private String keyPart(Schema schema, String name, JsonObject data) {
        if (data.get(name) instanceof JsonString text) {
            return text.getString();
        }
        return schema.attributes().values().stream()
                .filter(it ->
                        it.kind() == Attribute.Kind.REFERENCE && it.column().equals(name))
                .filter(it -> data.get(it.name()) instanceof JsonObject)
                .map(it -> key(rows.schemas().get(it.target()), data.get(it.name()))
                        .get(0))
                .findFirst()
                .or(() -> schema.property(name).containsKey("default")
                        ? Optional.of(UUID.randomUUID().toString())
                        : Optional.empty())
                .orElseThrow(() -> Refused.invalid("%s of %s is required", name, schema.id()));
    }

    /** Everything that was written comes back as it is stored, references and collections too; a creation shows defaults. */
    private JsonObject echo(Schema named, Schema schema, Row row, JsonObject data, boolean withColumns) {
        var echo = Answers.identity(schema, row).add(TYPE, named.id());
        schema.attributes().values().forEach(attribute -> {
            var sent = data.containsKey(attribute.name());
            if (attribute.kind() == Attribute.Kind.COLUMN) {
                var value = rows.value(row, attribute);
                if (sent && !withColumns
                        || withColumns && row.value(attribute.column()).isPresent()) {
                    echo.add(attribute.name(), value);
                }
            } else if (sent && !(withColumns && data.isNull(attribute.name()))) {
                echo.add(attribute.name(), data.get(attribute.name()));
            }
        });
        return echo.build();
    }

    private void forget(Row other, Row gone) {
        var schema = rows.schemas().get(other.type());
        for (var attribute : schema.attributes().values()) {
            if (attribute.kind() == Attribute.Kind.REFERENCE
                    && rows.schemas().isA(gone.type(), attribute.target())
                    && other.text(attribute.column()).equals(Optional.of(gone.id()))
                    && rows.find(other.type(), other.key()).isPresent()) {
                if (schema.primaryKey().contains(attribute.column())
                        || schema.required().contains(attribute.column())) {
                    remove(other);
                } else {
                    rows.put(rows.get(other.type(), other.key()).with(attribute.column(), JsonValue.NULL));
                }
            }
        }
    }

    private static boolean isSame(Row a, Row b) {
        return a.type().equals(b.type()) && a.key().equals(b.key());
    }

    /** A list of references, or nothing. */
    static JsonArray list(String name, JsonValue value) {
        if (value.equals(JsonValue.NULL)) {
            return JsonArray.EMPTY_JSON_ARRAY;
        }
        if (value instanceof JsonArray array) {
            return array;
        }
        throw Refused.invalid("%s must be a list: %s", name, value);
    }
}
