package dev.rushlight.hub.api;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.OptionalLong;

/** Some rows of a query's result, at which row the next page begins if there is one, and when the server was asked. */
record Page(List<JsonObject> rows, OptionalLong next, CacheWatch.Moment asked) {

    /** Reads what the server answered to a query. */
    static Page of(JsonValue result, CacheWatch.Moment asked) {
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
        return new Page(rows, next(object), asked);
    }

    /** Of more rows than were asked for, only as many. */
    Page first(long most) {
        return new Page(rows.subList(0, (int) Math.min(most, rows.size())), next, asked);
    }

    private static OptionalLong next(JsonObject result) {
        return result.get("metadata") instanceof JsonObject metadata
                        && metadata.get("next") instanceof JsonObject next
                        && next.get("offset") instanceof JsonNumber offset
                ? OptionalLong.of(offset.longValue())
                : OptionalLong.empty();
    }
}
