package dev.rushlight.hub;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * One linear look over a text before anything is made of it: where it stops being JSON, by the grammar of RFC 8259, where
 * it is nested too deep, and where it holds absurd numbers or half characters.
 */
final class JsonScan {

    private static final int LONGEST_QUOTE = 20;

    /** Half a surrogate pair is no text: it can neither be sent nor stored as UTF-8. */
    private static final String HALF_CHARACTER = "half of a surrogate pair";

    /** What may come next. */
    private enum Wanted {
        VALUE,
        VALUE_OR_END,
        KEY,
        KEY_OR_END,
        COLON,
        COMMA_OR_END,
        NOTHING
    }

    private final String text;
    private final int maxDepth;

    /** The keys of the objects and lists that have not ended, the innermost first, if they are asked for. */
    private final Optional<Deque<Set<String>>> keys;

    /** Where the lists and objects begin that have not ended, the outermost first. */
    private int[] begins = new int[16];

    private int depth;
    private int at;

    private JsonScan(String text, int maxDepth, Optional<Deque<Set<String>>> keys) {
        this.text = text;
        this.maxDepth = maxDepth;
        this.keys = keys;
    }

    static void requireSound(String text, int maxDepth) {
        new JsonScan(text, maxDepth, Optional.empty()).run();
    }

    /** Takes longer, and more memory: for texts of which it is known that something is wrong. */
    static void requireNoRepeatedKey(String text, int maxDepth) {
        new JsonScan(text, maxDepth, Optional.of(new ArrayDeque<>())).run();
    }

    private void run() {
        var wanted = Wanted.VALUE;
        for (skipBlank(); at < text.length(); skipBlank()) {
            wanted = next(wanted, text.charAt(at));
        }
        if (depth > 0) {
            throw wrong("the text ends, but the %s that begins at %s does not".formatted(nameOfOpen(), placeOfOpen()));
        }
        if (wanted != Wanted.NOTHING) {
            throw wrong("there is no value");
        }
    }

    private Wanted next(Wanted wanted, char c) {
        return switch (wanted) {
            case VALUE -> value(c);
            case VALUE_OR_END -> c == ']' ? ended() : value(c);
            case KEY -> key(c);
            case KEY_OR_END -> c == '}' ? ended() : key(c);
            case COLON -> {
                require(c == ':', "':' is expected after a key");
                at++;
                yield Wanted.VALUE;
            }
            case COMMA_OR_END -> commaOrEnd(c);
            case NOTHING -> throw wrong("more text after the value");
        };
    }

    private Wanted value(char c) {
        switch (c) {
            case '{', '[' -> {
                begin();
                return c == '{' ? Wanted.KEY_OR_END : Wanted.VALUE_OR_END;
            }
            case '"' -> skipString();
            default -> {
                if (c == '-' || NumberText.isDigit(c)) {
                    skipNumber();
                } else {
                    skipWord();
                }
            }
        }
        return afterValue();
    }

    private Wanted key(char c) {
        require(c == '"', "a key in double quotes is expected");
        var start = at;
        skipString();
        keys.ifPresent(known -> requireNew(known.element(), start));
        return Wanted.COLON;
    }

    private void requireNew(Set<String> known, int start) {
        var key = JsonText.string(text.substring(start, at));
        if (!known.add(key)) {
            at = start;
            throw wrong("the key %s is there twice".formatted(shortened(key)));
        }
    }

    private static String shortened(String key) {
        var printable = key.replaceAll("\\p{Cntrl}|[\\x80-\\x9F]", "\uFFFD");
        return printable.length() <= LONGEST_QUOTE ? printable : printable.substring(0, LONGEST_QUOTE) + "…";
    }

    private Wanted commaOrEnd(char c) {
        var inObject = isInObject();
        var end = inObject ? '}' : ']';
        if (c == end) {
            return ended();
        }
        require(c == ',', "',' or '%s' is expected".formatted(end));
        at++;
        return inObject ? Wanted.KEY : Wanted.VALUE;
    }

    private void begin() {
        if (depth == maxDepth) {
            throw wrong("nested deeper than " + maxDepth);
        }
        if (depth == begins.length) {
            begins = Arrays.copyOf(begins, depth * 2);
        }
        begins[depth++] = at++;
        keys.ifPresent(known -> known.push(new HashSet<>()));
    }

    private Wanted ended() {
        depth--;
        at++;
        keys.ifPresent(Deque::pop);
        return afterValue();
    }

    private Wanted afterValue() {
        return depth == 0 ? Wanted.NOTHING : Wanted.COMMA_OR_END;
    }

    private void skipBlank() {
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
    }

    private void skipWord() {
        var start = at;
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            at++;
        }
        var isValue = switch (at - start) {
            case 4 -> text.startsWith("true", start) || text.startsWith("null", start);
            case 5 -> text.startsWith("false", start);
            default -> false;
        };
        if (!isValue) {
            var word = text.substring(start, Math.min(at, start + LONGEST_QUOTE));
            at = start;
            require(!word.isEmpty(), "a value is expected");
            throw wrong(word + " is no JSON value, but true, false and null are");
        }
    }

    private void skipString() {
        var start = at++;
        var half = false;
        for (; ; ) {
            var c = at < text.length() ? text.charAt(at) : '\n';
            if (c == '"') {
                break;
            }
            if (c == '\n' || c == '\r') {
                at = start;
                throw wrong("a string does not end in its line");
            }
            require(c >= ' ', "in a string, control characters are written as \\u and four digits");
            var unit = c == '\\' ? escaped() : c;
            if (half != Character.isLowSurrogate(unit)) {
                throw wrong(HALF_CHARACTER);
            }
            half = Character.isHighSurrogate(unit);
            at += c != '\\' ? 1 : text.startsWith("u", at + 1) ? 6 : 2;
        }
        if (half) {
            throw wrong(HALF_CHARACTER);
        }
        at++;
    }

    /** The code unit that an escape stands for, or any that is no surrogate. */
    private char escaped() {
        var kind = at + 1 < text.length() ? text.charAt(at + 1) : '"';
        if (kind != 'u') {
            if ("\"\\/bfnrt".indexOf(kind) < 0) {
                throw wrong("in a string, a backslash is written twice");
            }
            return ' ';
        }
        var unit = 0;
        for (var i = at + 2; i < at + 6; i++) {
            var digit = i < text.length() ? hexadecimal(text.charAt(i)) : -1;
            if (digit < 0) {
                throw wrong("in a string, \\u is followed by four hexadecimal digits");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private void skipNumber() {
        var start = at;
        while (at < text.length() && NumberText.isPart(text.charAt(at))) {
            at++;
        }
        var end = at;
        at = start;
        NumberText.complaint(text, start, end).ifPresent(complaint -> {
            throw wrong(complaint);
        });
        at = end;
    }

    private boolean isInObject() {
        return text.charAt(begins[depth - 1]) == '{';
    }

    private String nameOfOpen() {
        return isInObject() ? "object" : "list";
    }

    private String placeOfOpen() {
        return TextPlace.of(text, begins[depth - 1]).toString();
    }

    private void require(boolean right, String expectation) {
        if (!right) {
            var found = text.codePointAt(at);
            throw wrong("%s, not %s".formatted(expectation, named(found)));
        }
    }

    private static String named(int character) {
        var isPlain = character > ' ' && character < 0x7F;
        return isPlain ? Character.toString(character) : "U+%04X".formatted(character);
    }

    private MalformedJson wrong(String reason) {
        return new MalformedJson(reason, text, at);
    }

    private static int hexadecimal(char c) {
        return c < 0x80 ? Character.digit(c, 16) : -1;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
