package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One stored entity: its concrete type, its primary key and the columns that have a value. */
record Row(String type, List<String> key, Map<String, JsonValue> columns) {

    Row {
        key = List.copyOf(key);
        columns = Map.copyOf(columns);
    }

    Optional<JsonValue> value(String column) {
        return Optional.ofNullable(columns.get(column));
    }

    Optional<String> text(String column) {
        return value(column).filter(JsonString.class::isInstance).map(it -> ((JsonString) it).getString());
    }

    /** The same row with another value; nothing is stored for null. */
    Row with(String column, JsonValue value) {
        var changed = new LinkedHashMap<>(columns);
        if (value.equals(JsonValue.NULL)) {
            changed.remove(column);
        } else {
            changed.put(column, value);
        }
        return new Row(type, key, changed);
    }

    String id() {
        return String.join(",", key);
    }
}
