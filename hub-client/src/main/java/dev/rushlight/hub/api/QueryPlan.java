package dev.rushlight.hub.api;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** A query's text without the window, and the window: from which row on, and how many. */
record QueryPlan(String text, long offset, OptionalLong limit) {

    private static final Pattern SELECTED =
            Pattern.compile("\\s*select\\s+.+?\\s+from\\s+(\\w{1,100})(?:\\W.*)?", Pattern.DOTALL);
    private static final Pattern BARE = Pattern.compile("\\s*(\\w{1,100})(?:\\W.*)?", Pattern.DOTALL);
    private static final Pattern SELECT = Pattern.compile("\\s*select(?:\\s.*)?", Pattern.DOTALL);
    private static final Pattern WINDOW = Pattern.compile("\\s(offset|limit)\\s+(\\d{1,18})\\s*$");

    /**
     * Understands an expression whose values are bound; one that selects nothing gets its type's default projections.
     *
     * @throws UnknownEntityType if the server has no schema for what is asked for
     */
    static QueryPlan of(String expression, Schemas schemas) {
        var text = expression.strip();
        var limit = OptionalLong.empty();
        var offset = OptionalLong.empty();
        for (var window = WINDOW.matcher(text); window.find(); window = WINDOW.matcher(text)) {
            var rows = OptionalLong.of(Long.parseLong(window.group(2)));
            var isLimit = window.group(1).equals("limit");
            if ((isLimit ? limit : offset).isPresent()) {
                throw new IllegalArgumentException(
                        "A query has one %s: %s".formatted(window.group(1), Spelling.shortened(expression)));
            }
            limit = isLimit ? rows : limit;
            offset = isLimit ? offset : rows;
            text = text.substring(0, window.start()).strip();
        }
        return new QueryPlan(selecting(text, schemas), offset.orElse(0), limit);
    }

    QueryPlan atMost(long rows) {
        return new QueryPlan(text, offset, OptionalLong.of(Math.min(rows, limit.orElse(rows))));
    }

    private static String selecting(String text, Schemas schemas) {
        var isSelecting = SELECT.matcher(text).matches();
        var type = (isSelecting ? SELECTED : BARE).matcher(text);
        if (!type.matches()) {
            throw new IllegalArgumentException(
                    "A query reads [select … from] Type [where …], not: " + Spelling.shortened(text));
        }
        var schema = schemas.get(type.group(1));
        return isSelecting ? text : "select %s from %s".formatted(String.join(", ", schema.defaultProjections()), text);
    }
}
