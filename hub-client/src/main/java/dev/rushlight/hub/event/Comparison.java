package dev.rushlight.hub.event;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

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
    public boolean holds(JsonObject json) {
        return find(json).map(this::compare).orElse(false);
    }

    @Override
    public Optional<String> requiredTopic() {
        return operator == Operator.EQUAL && path.equals(List.of("topic")) ? Optional.of(value) : Optional.empty();
    }

    private Optional<JsonValue> find(JsonObject json) {
        JsonValue at = json;
        for (var key : path) {
            if (!(at instanceof JsonObject object)) {
                return Optional.empty();
            }
            var next = object.containsKey(key) ? object.get(key) : object.get(otherSpelling(key));
            if (next == null) {
                return Optional.empty();
            }
            at = next;
        }
        return Optional.of(at);
    }

    /** Python programs know the envelope's {@code inReplyToEvent} by another name. */
    private static String otherSpelling(String key) {
        return switch (key) {
            case "in_reply_to_event" -> "inReplyToEvent";
            case "inReplyToEvent" -> "in_reply_to_event";
            default -> key;
        };
    }

    private boolean compare(JsonValue found) {
        var text = found instanceof JsonString string ? Optional.of(string.getString()) : Optional.<String>empty();
        return switch (operator) {
            case EQUAL -> text.filter(value::equals).isPresent();
            case NOT_EQUAL -> text.filter(value::equals).isEmpty();
            case CONTAINS -> text.map(whole -> contains(whole, value)).orElseGet(() -> holdsElement(found));
            case GREATER -> text.filter(it -> order(it, value) > 0).isPresent();
            case GREATER_OR_EQUAL -> text.filter(it -> order(it, value) >= 0).isPresent();
            case LESS -> text.filter(it -> order(it, value) < 0).isPresent();
            case LESS_OR_EQUAL -> text.filter(it -> order(it, value) <= 0).isPresent();
        };
    }

    private boolean holdsElement(JsonValue found) {
        if (found instanceof JsonObject object) {
            return object.containsKey(value);
        }
        return found instanceof JsonArray array
                && array.stream()
                        .anyMatch(it -> it instanceof JsonString text
                                && text.getString().equals(value));
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
