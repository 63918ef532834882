package dev.rushlight.hub.peer.studio;

import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the query language, one method for each rule of its grammar. */
final class QuestionReader {

    private static final Set<String> DIRECTIONS = Set.of("asc", "ascending", "desc", "descending");

    private final Schemas schemas;
    private final List<Token> tokens;
    private int at;

    private QuestionReader(Schemas schemas, List<Token> tokens) {
        this.schemas = schemas;
        this.tokens = tokens;
    }

    static Question read(Schemas schemas, String expression) {
        var reader = new QuestionReader(schemas, Token.all(expression));
        var question = reader.question();
        if (reader.at < reader.tokens.size()) {
            throw Refused.unreadable(
                    "Nothing more is expected at \"%s\"",
                    reader.tokens.get(reader.at).text());
        }
        return question;
    }

    private Question question() {
        var projections = new ArrayList<List<String>>();
        if (accept("select")) {
            do {
                projections.add(path());
            } while (accept(","));
            require("from");
        }
        var type = schemas.get(word()).id();
        projections.forEach(path -> schemas.attribute(type, path));
        var condition = accept("where") ? Optional.of(alternatives(type)) : Optional.<Condition>empty();
        var orders = orders(type);
        var offset = accept("offset") ? number() : 0;
        var limit = accept("limit") ? Optional.of(number()) : Optional.<Integer>empty();
        return new Question(projections, type, condition, orders, offset, limit);
    }

    private List<Question.Order> orders(String type) {
        var orders = new ArrayList<Question.Order>();
        if (accept("order")) {
            require("by");
            do {
                var path = path(type);
                var direction = DIRECTIONS.stream().filter(this::accept).findFirst();
                orders.add(new Question.Order(
                        path, direction.filter(it -> it.startsWith("desc")).isPresent()));
            } while (accept(","));
        }
        return orders;
    }

    private Condition alternatives(String type) {
        var condition = conjunction(type);
        while (accept("or")) {
            condition = condition.or(conjunction(type));
        }
        return condition;
    }

    private Condition conjunction(String type) {
        var condition = term(type);
        while (accept("and")) {
            condition = condition.and(term(type));
        }
        return condition;
    }

    private Condition term(String type) {
        if (accept("not")) {
            return term(type).negated();
        }
        if (accept("(")) {
            var condition = alternatives(type);
            require(")");
            return condition;
        }
        return comparison(type, path(type));
    }

    private Condition comparison(String type, List<String> path) {
        var operator = next().text();
        return switch (operator) {
            case "=", "is" -> equality(path);
            case "!=", "is_not" -> inequality(path);
            case ">", "after", "greater_than" -> ordered(path, order -> order > 0);
            case "<", "before", "less_than" -> ordered(path, order -> order < 0);
            case ">=" -> ordered(path, order -> order >= 0);
            case "<=" -> ordered(path, order -> order <= 0);
            case "in" -> members(path);
            case "not_in" -> members(path).negated();
            case "like" -> Condition.some(path, Condition.like(next().text()));
            case "not_like" ->
                Condition.some(path, Condition.like(next().text()).negate());
            case "has", "any" -> inner(schemas.attribute(type, path).target(), path);
            default -> throw Refused.unreadable("\"%s\" is no operator", operator);
        };
    }

    private Condition equality(List<String> path) {
        var value = next();
        return value.is("None")
                ? Condition.isNothing(path)
                : Condition.some(path, it -> Values.isEqual(it, value.text()));
    }

    private Condition inequality(List<String> path) {
        var value = next();
        return Condition.some(path, it -> value.is("None") || !Values.isEqual(it, value.text()));
    }

    private Condition ordered(List<String> path, Predicate<Integer> test) {
        var value = next().text();
        Predicate<JsonValue> ordered =
                it -> Values.order(it, value).filter(test).isPresent();
        return Condition.some(path, ordered);
    }

    private Condition members(List<String> path) {
        require("(");
        if (peek("select")) {
            var subquery = question();
            require(")");
            return Condition.in(path, subquery);
        }
        var texts = new LinkedHashSet<String>();
        while (!accept(")")) {
            texts.add(next().text());
            if (!peek(")")) {
                require(",");
            }
        }
        return Condition.in(path, texts);
    }

    private Condition inner(String target, List<String> path) {
        require("(");
        if (accept(")")) {
            return Condition.member(path, (rows, row) -> true);
        }
        var inner = alternatives(target);
        require(")");
        return Condition.member(path, inner);
    }

    private List<String> path(String type) {
        var path = path();
        schemas.attribute(type, path);
        return path;
    }

    private List<String> path() {
        return List.of(word().split("\\.", -1));
    }

    private int number() {
        try {
            return Integer.parseInt(word());
        } catch (NumberFormatException e) {
            throw Refused.unreadable("A number is expected");
        }
    }

    private String word() {
        var token = next();
        if (token.kind() != Token.Kind.WORD) {
            throw Refused.unreadable("A name is expected instead of \"%s\"", token.text());
        }
        return token.text();
    }

    private boolean peek(String text) {
        return at < tokens.size() && tokens.get(at).is(text);
    }

    private boolean accept(String text) {
        if (!peek(text)) {
            return false;
        }
        at++;
        return true;
    }

    private void require(String text) {
        if (!accept(text)) {
            throw Refused.unreadable("\"%s\" is expected", text);
        }
    }

    private Token next() {
        if (at == tokens.size()) {
            throw Refused.unreadable("The expression ends too early");
        }
        return tokens.get(at++);
    }
}
