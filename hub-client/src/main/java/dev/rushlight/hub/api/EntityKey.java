package dev.rushlight.hub.api;

import java.util.List;

/** Which entity: its type and the values of its primary key's attributes, in the schema's order. */
public record EntityKey(String type, List<String> values) {

    public EntityKey {
        values = List.copyOf(values);
        if (type.isEmpty() || values.isEmpty()) {
            throw new IllegalArgumentException("An entity's key needs a type and at least one value");
        }
    }

    /** The type and the key's values, such as {@code Task[11c137c0-…]}; no other data. */
    @Override
    public String toString() {
        return type + values;
    }
}
