package dev.rushlight.hub.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.OptionalLong;

/** Some rows of a query's result, and at which row the next page begins if there is one. */
record Page(List<JsonObject> rows, OptionalLong next) {

    /** Reads what the server answered to a query. */
    static Page of(JsonValue result) {
        if (!(result instanceof JsonObject object) || !(object.get("data") instanceof JsonArray data)) {
            throw new MalformedAnswer("a query's result without a list of data");
        }
        var rows = data.stream()
                .map(row -> {
                    if (row instanceof JsonObject entity) {
                        return entity;
                    }
                    throw new MalformedAnswer("a query's data with a JSON " + row.getValueType());
                })
                .toList();
        return new Page(rows, next(object));
    }

    private static OptionalLong next(JsonObject result) {
        return result.get("metadata") instanceof JsonObject metadata
                        && metadata.get("next") instanceof JsonObject next
                        && next.get("offset") instanceof JsonNumber offset
                ? OptionalLong.of(offset.longValue())
                : OptionalLong.empty();
    }
}
