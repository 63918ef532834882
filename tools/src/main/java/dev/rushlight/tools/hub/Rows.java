package dev.rushlight.tools.hub;

import dev.rushlight.hub.api.Session;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** Asks for what a query finds page by page, and hands each page on as it comes. */
final class Rows {

    private static final int PAGE = 500;

    private final Session session;
    private final QueryText query;
    private final long most;

    Rows(Session session, QueryText query, long most) {
        this.session = session;
        this.query = query.projections().isEmpty() ? query.withProjections(usual(session, query.type())) : query;
        this.most = most;
    }

    List<String> columns() {
        return query.projections();
    }

    /**
     * Hands every page to the reader, in order, until there is no more or it is enough.
     *
     * @return how many rows there were
     */
    long forEachPage(Consumer<List<JsonObject>> reader) {
        var read = 0L;
        var from = OptionalLong.of(query.offset());
        while (read < most && from.isPresent()) {
            var page = page(from.getAsLong(), (int) Math.min(PAGE, most - read));
            var rows = rows(page);
            if (!rows.isEmpty()) {
                reader.accept(rows);
            }
            read += rows.size();
            from = next(page, from.getAsLong());
        }
        return read;
    }

    private JsonObject page(long from, int wanted) {
        var operation = Json.createObjectBuilder()
                .add("action", "query")
                .add("expression", query.page(from, wanted))
                .build();
        if (session.call(List.of(operation)).get(0) instanceof JsonObject page) {
            return page;
        }
        throw unexpected();
    }

    private static List<JsonObject> rows(JsonObject page) {
        if (page.get("data") instanceof JsonArray data && data.stream().allMatch(JsonObject.class::isInstance)) {
            return data.getValuesAs(JsonObject.class);
        }
        throw unexpected();
    }

    /** Where the next page begins, which is further on, or nowhere. */
    private static OptionalLong next(JsonObject page, long from) {
        return page.get("metadata") instanceof JsonObject metadata
                        && metadata.get("next") instanceof JsonObject next
                        && next.get("offset") instanceof JsonNumber offset
                        && offset.longValue() > from
                ? OptionalLong.of(offset.longValue())
                : OptionalLong.empty();
    }

    private static CommandFailed unexpected() {
        return new CommandFailed(Exit.REFUSED, "The server's answer to the query is no list of entities");
    }

    /** What the server's schema says is usually asked for of a type. */
    private static List<String> usual(Session session, String type) {
        var schema = session.schema(type)
                .orElseThrow(() -> new CommandFailed(Exit.REFUSED, "The server has no entity type " + type));
        var usual = schema.getOrDefault("default_projections", JsonValue.EMPTY_JSON_ARRAY) instanceof JsonArray names
                ? names.stream()
                        .filter(JsonString.class::isInstance)
                        .map(name -> ((JsonString) name).getString())
                        .toList()
                : List.<String>of();
        return usual.isEmpty() ? List.of("id") : usual;
    }
}
