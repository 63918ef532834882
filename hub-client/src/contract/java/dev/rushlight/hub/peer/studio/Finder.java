package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/** Answers queries and searches, page by page. */
final class Finder {

    private static final JsonProvider JSON = JsonProvider.provider();
    private static final Set<String> SEARCHED =
            Set.of("name", "full_name", "username", "first_name", "last_name", "email", "content", "comment");

    private final Rows rows;

    Finder(Rows rows) {
        this.rows = rows;
    }

    JsonObject query(JsonObject operation) {
        return page("query", QuestionReader.read(rows.schemas(), operation.getString("expression")), row -> true);
    }

    JsonObject search(JsonObject operation) {
        var question = QuestionReader.read(rows.schemas(), operation.getString("expression"));
        var terms = operation.getJsonArray("terms").getValuesAs(JsonString::getString);
        Predicate<Row> named = row -> terms.stream().allMatch(term -> mentions(row, term));
        if (operation.get("context_id") instanceof JsonString context) {
            named = named.and(row -> link(row).contains(context.getString()));
        }
        return page("search", question, named);
    }

    private JsonObject page(String action, Question question, Predicate<Row> chosen) {
        var found = rows.ofType(question.type())
                .filter(row ->
                        question.condition().map(it -> it.holds(rows, row)).orElse(true))
                .filter(chosen)
                .sorted(order(question.orders()))
                .skip(question.offset())
                .limit(question.limit().orElse(Integer.MAX_VALUE))
                .toList();
        var data = JSON.createArrayBuilder();
        found.forEach(row -> data.add(Answers.of(rows, row, question.projections())));
        // As on real servers, every full page promises another one, which may be empty.
        var next = question.limit()
                .filter(limit -> limit > 0 && found.size() == limit)
                .map(limit -> (JsonValue) JSON.createValue(question.offset() + limit))
                .orElse(JsonValue.NULL);
        return JSON.createObjectBuilder()
                .add("action", action)
                .add("data", data)
                .add(
                        "metadata",
                        JSON.createObjectBuilder()
                                .add("next", JSON.createObjectBuilder().add("offset", next)))
                .build();
    }

    private Comparator<Row> order(List<Question.Order> orders) {
        Comparator<Row> comparator = (a, b) -> 0;
        for (var order : orders) {
            var next = Comparator.<Row, String>comparing(row -> Paths.values(rows, row, order.path())
                    .findFirst()
                    .filter(value -> !value.equals(JsonValue.NULL))
                    .map(Values::sortKey)
                    .orElse(""));
            comparator = comparator.thenComparing(order.descending() ? next.reversed() : next);
        }
        return comparator;
    }

    private static boolean mentions(Row row, String term) {
        return SEARCHED.stream()
                .flatMap(name -> row.text(name).stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(term.toLowerCase(Locale.ROOT)));
    }

    private String link(Row row) {
        return rows.schemas().get(row.type()).attribute("link").stream()
                .map(link -> rows.value(row, link).toString())
                .findFirst()
                .orElse("");
    }
}
