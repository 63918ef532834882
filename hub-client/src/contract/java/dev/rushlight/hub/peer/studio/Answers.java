package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as answers show them: identity first, then what was asked for, down every path. */
final class Answers {

    private static final JsonProvider JSON = JsonProvider.provider();

    /** What is asked of a row: attributes, and what is asked of the rows behind them. */
    private static final class Wish {
        private final Map<String, Wish> parts = new LinkedHashMap<>();

        void add(List<String> path) {
            var wish = this;
            for (var name : path) {
                wish = wish.parts.computeIfAbsent(name, it -> new Wish());
            }
        }
    }

    private Answers() {}

    static JsonObject of(Rows rows, Row row, List<List<String>> projections) {
        var wish = new Wish();
        projections.forEach(wish::add);
        return json(rows, row, wish);
    }

    /** The type and the primary key, and nothing else. */
    static JsonObjectBuilder identity(Schema schema, Row row) {
        var identity = JSON.createObjectBuilder().add("__entity_type__", schema.id());
        for (var i = 0; i < row.key().size(); i++) {
            identity.add(schema.primaryKey().get(i), row.key().get(i));
        }
        return identity;
    }

    private static JsonObject json(Rows rows, Row row, Wish wish) {
        var schema = rows.schemas().get(row.type());
        var json = identity(schema, row);
        if (wish.parts.isEmpty()) {
            schema.defaultProjections().forEach(name -> wish.add(List.of(name)));
        }
        wish.parts.forEach((name, inner) ->
                schema.attribute(name).ifPresent(attribute -> json.add(name, value(rows, row, attribute, inner))));
        return json.build();
    }

    private static JsonValue value(Rows rows, Row row, Attribute attribute, Wish wish) {
        return switch (attribute.kind()) {
            case COLUMN -> rows.value(row, attribute);
            case REFERENCE ->
                rows.reference(row, attribute)
                        .map(it -> (JsonValue) json(rows, it, wish))
                        .orElse(JsonValue.NULL);
            case COLLECTION -> {
                var members = JSON.createArrayBuilder();
                rows.members(row, attribute).forEach(it -> members.add(json(rows, it, wish)));
                yield members.build();
            }
        };
    }
}
