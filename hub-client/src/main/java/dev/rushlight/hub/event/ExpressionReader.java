package dev.rushlight.hub.event;

import dev.rushlight.hub.event.Comparison.Operator;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of one expression.
 *
 * <pre>
 * any  := all { OR all }      all := not { AND not }      not := { NOT } ( "(" any ")" | field op value )
 * </pre>
 *
 * <p>A word is a field wherever an operator follows it, so that fields may be called {@code and}, {@code or} and
 * {@code not}.
 */
final class ExpressionReader {

    private static final int MOST_LEVELS = 64;

    private final String text;
    private int at;
    private int terms;
    private int level;

    ExpressionReader(String text) {
        this.text = text;
    }

    Condition read() {
        skipBlanks();
        if (at == text.length()) {
            throw malformed("The expression is empty");
        }
        var condition = readAny();
        if (at < text.length()) {
            throw malformed("Unexpected text");
        }
        return condition;
    }

    private Condition readAny() {
        var parts = new ArrayList<Condition>();
        do {
            parts.add(readAll());
        } while (takeKeyword("or"));
        return parts.size() == 1 ? parts.get(0) : new Condition.AnyOf(List.copyOf(parts));
    }

    private Condition readAll() {
        var parts = new ArrayList<Condition>();
        do {
            parts.add(readNot());
        } while (takeKeyword("and"));
        return parts.size() == 1 ? parts.get(0) : new Condition.AllOf(List.copyOf(parts));
    }

    private Condition readNot() {
        var negated = false;
        while (!isFieldNext() && takeKeyword("not")) {
            negated = !negated;
        }
        var part = at < text.length() && text.charAt(at) == '(' ? readGroup() : readComparison();
        return negated ? new Condition.Not(part) : part;
    }

    private Condition readGroup() {
        if (++level > MOST_LEVELS) {
            throw malformed("More than " + MOST_LEVELS + " levels of parentheses");
        }
        at++;
        skipBlanks();
        var inside = readAny();
        if (at == text.length() || text.charAt(at) != ')') {
            throw malformed("A closing parenthesis is missing");
        }
        at++;
        skipBlanks();
        level--;
        return inside;
    }

    private Comparison readComparison() {
        var start = at;
        at = endOfField(at);
        if (at == start) {
            throw malformed("A field name is expected");
        }
        if (++terms > Expression.MOST_TERMS) {
            throw malformed("More than " + Expression.MOST_TERMS + " terms");
        }
        var path = List.of(text.substring(start, at).split("\\.", -1));
        skipBlanks();
        var operator = readOperator();
        skipBlanks();
        var value = readValue();
        skipBlanks();
        return operator == Operator.EQUAL && value.endsWith("*")
                ? new Comparison(path, Operator.CONTAINS, value.substring(0, value.length() - 1))
                : new Comparison(path, operator, value);
    }

    private Operator readOperator() {
        var first = charAt(at);
        var orEqual = charAt(at + 1) == '=';
        var operator = switch (first) {
            case '=' -> Operator.EQUAL;
            case '>' -> orEqual ? Operator.GREATER_OR_EQUAL : Operator.GREATER;
            case '<' -> orEqual ? Operator.LESS_OR_EQUAL : Operator.LESS;
            case '!' -> {
                if (!orEqual) {
                    throw malformed("An operator is expected");
                }
                yield Operator.NOT_EQUAL;
            }
            default -> throw malformed("An operator is expected");
        };
        at += first != '=' && orEqual ? 2 : 1;
        return operator;
    }

    private String readValue() {
        var first = charAt(at);
        if (first == '"' || first == '\'') {
            return readQuoted(first);
        }
        var start = at;
        while (at < text.length() && isBareValuePart(text.charAt(at))) {
            at++;
        }
        if (at == start) {
            throw malformed("A value is expected");
        }
        return text.substring(start, at);
    }

    /** Nothing is unescaped: a backslash or a doubled quote only keeps the quote from ending the text. */
    private String readQuoted(char quote) {
        var start = ++at;
        while (at < text.length() && !isLineEnd(text.charAt(at))) {
            var c = text.charAt(at);
            if (c == '\\' && !isLineEnd(charAt(at + 1)) || c == quote && charAt(at + 1) == quote) {
                at += 2;
            } else if (c == quote) {
                at++;
                return text.substring(start, at - 1);
            } else {
                at++;
            }
        }
        throw malformed("A quoted text does not end");
    }

    private boolean takeKeyword(String keyword) {
        var end = at + keyword.length();
        if (!text.regionMatches(true, at, keyword, 0, keyword.length()) || isWordPart(charAt(end))) {
            return false;
        }
        at = end;
        skipBlanks();
        return true;
    }

    private boolean isFieldNext() {
        var end = endOfField(at);
        if (end == at) {
            return false;
        }
        while (isBlank(charAt(end))) {
            end++;
        }
        return "=<>".indexOf(charAt(end)) >= 0 || charAt(end) == '!' && charAt(end + 1) == '=';
    }

    private int endOfField(int from) {
        var end = from;
        while (isWordPart(charAt(end)) || charAt(end) == '.') {
            end++;
        }
        return end;
    }

    private void skipBlanks() {
        while (isBlank(charAt(at))) {
            at++;
        }
    }

    /** NUL stands for the end: it is no part of any token. */
    private char charAt(int index) {
        return index < text.length() ? text.charAt(index) : 0;
    }

    private MalformedExpression malformed(String reason) {
        return new MalformedExpression(reason, at);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || isLineEnd(c);
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    private static boolean isWordPart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_';
    }

    static boolean isBareValuePart(int c) {
        return c < 0x80 && isWordPart((char) c) || c > 0 && ",./*@+-".indexOf(c) >= 0;
    }
}
