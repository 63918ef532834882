package dev.rushlight.hub.event;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One {@code field op value}. */
record Comparison(List<String> path, Operator operator, String value) implements Condition {

    private static final long CHEAP_SEARCH = 1 << 16;

    /** What is asked; CONTAINS is an equality whose value ends in {@code *}, without that. */
    enum Operator {
        EQUAL,
        CONTAINS,
        NOT_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        LESS,
        LESS_OR_EQUAL
    }

    @Override
    public boolean holds(Subject subject) {
        var found = find(subject);
        return found instanceof JsonString text ? compare(text.getString()) : found != Subject.ABSENT && compare(found);
    }

    @Override
    public Verdict onTopic(String topic) {
        if (!asksForTopic()) {
            return Verdict.OPEN;
        }
        return compare(topic) ? Verdict.HOLDS : Verdict.FAILS;
    }

    @Override
    public Optional<Set<String>> topics() {
        return operator == Operator.EQUAL && asksForTopic() ? Optional.of(Set.of(value)) : Optional.empty();
    }

    private boolean asksForTopic() {
        return path.size() == 1 && path.get(0).equals("topic");
    }

    private JsonValue find(Subject subject) {
        var at = subject.field(path.get(0));
        for (var i = 1; i < path.size(); i++) {
            if (!(at instanceof JsonObject object)) {
                return Subject.ABSENT;
            }
            at = Subject.member(object, path.get(i));
        }
        return at;
    }

    private boolean compare(String text) {
        return switch (operator) {
            case EQUAL -> text.equals(value);
            case NOT_EQUAL -> !text.equals(value);
            case CONTAINS -> contains(text, value);
            case GREATER -> order(text, value) > 0;
            case GREATER_OR_EQUAL -> order(text, value) >= 0;
            case LESS -> order(text, value) < 0;
            case LESS_OR_EQUAL -> order(text, value) <= 0;
        };
    }

    /** Values are texts, so whatever is none equals nothing and comes neither before nor after anything. */
    private boolean compare(JsonValue found) {
        return switch (operator) {
            case NOT_EQUAL -> true;
            case CONTAINS -> holdsElement(found);
            case EQUAL, GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> false;
        };
    }

    private boolean holdsElement(JsonValue found) {
        if (found instanceof JsonObject object) {
            return object.containsKey(value);
        }
        if (found instanceof JsonArray array) {
            for (var element : array) {
                if (element instanceof JsonString text && text.getString().equals(value)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** By code point, as Python orders texts; UTF-16 order differs beyond the basic plane. */
    private static int order(String left, String right) {
        var shorter = Math.min(left.length(), right.length());
        for (var i = 0; i < shorter; i++) {
            if (left.charAt(i) != right.charAt(i)) {
                return Integer.compare(rank(left.charAt(i)), rank(right.charAt(i)));
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }

    /** Long texts are searched as Knuth, Morris and Pratt did, so that no pair of hostile texts costs their product. */
    private static boolean contains(String whole, String part) {
        if ((long) whole.length() * part.length() <= CHEAP_SEARCH) {
            return whole.contains(part);
        }
        var borders = borders(part);
        var matched = 0;
        for (var i = 0; i < whole.length(); i++) {
            while (matched > 0 && whole.charAt(i) != part.charAt(matched)) {
                matched = borders[matched - 1];
            }
            if (whole.charAt(i) == part.charAt(matched) && ++matched == part.length()) {
                return true;
            }
        }
        return false;
    }

    private static int[] borders(String part) {
        var borders = new int[part.length()];
        var length = 0;
        for (var i = 1; i < part.length(); i++) {
            while (length > 0 && part.charAt(i) != part.charAt(length)) {
                length = borders[length - 1];
            }
            if (part.charAt(i) == part.charAt(length)) {
                length++;
            }
            borders[i] = length;
        }
        return borders;
    }
}
