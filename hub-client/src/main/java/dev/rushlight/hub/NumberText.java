package dev.rushlight.hub;

import java.util.Optional;

/** The text of a JSON number, neither absurdly long nor absurdly large. */
final class NumberText {

    private static final int LONGEST = 128;
    private static final int LARGEST_EXPONENT = 400;

    private NumberText() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isPart(char c) {
        return isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    }

    /** What keeps this part of a text from being a number that is read. */
    static Optional<String> complaint(String text, int from, int to) {
        if (to - from > LONGEST) {
            return Optional.of("a number of more than " + LONGEST + " characters");
        }
        var number = text.substring(from, to);
        var first = number.charAt(0) == '-' ? 1 : 0;
        var whole = skipDigits(number, first);
        if (whole - first > 1 && number.charAt(first) == '0') {
            return Optional.of("a number with leading zeros");
        }
        var isNumber = whole > first;
        var i = whole;
        if (i < number.length() && number.charAt(i) == '.') {
            var fraction = skipDigits(number, i + 1);
            isNumber &= fraction > i + 1;
            i = fraction;
        }
        if (i < number.length() && (number.charAt(i) == 'e' || number.charAt(i) == 'E')) {
            var signed = i + 1 < number.length() && "+-".indexOf(number.charAt(i + 1)) >= 0;
            var digits = signed ? i + 2 : i + 1;
            i = skipDigits(number, digits);
            isNumber &= i > digits;
            if (exponent(number, digits, i) > LARGEST_EXPONENT) {
                return Optional.of("a number with an exponent beyond " + LARGEST_EXPONENT);
            }
        }
        return isNumber && i == number.length() ? Optional.empty() : Optional.of(number + " is no number");
    }

    private static int skipDigits(String number, int from) {
        var i = from;
        while (i < number.length() && isDigit(number.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int exponent(String number, int from, int to) {
        var size = 0;
        for (var i = from; i < to; i++) {
            size = Math.min(LARGEST_EXPONENT + 1, size * 10 + number.charAt(i) - '0');
        }
        return size;
    }
}
