package dev.rushlight.hub.api;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Which known names somebody may have meant. */
final class Spelling {

    private static final int MOST_NAMES = 3;
    private static final int LONGEST_TEXT = 200;

    private Spelling() {}

    /** The end of a sentence that names the closest known names, if any are close. */
    static String hint(String given, Collection<String> known) {
        var name = shortened(given).toLowerCase(Locale.ROOT);
        var close = known.stream()
                .filter(candidate -> isClose(name, candidate.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.<String>comparingInt(candidate -> distance(name, candidate.toLowerCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_NAMES)
                .toList();
        return close.isEmpty() ? "" : "; did you mean " + String.join(", ", close) + "?";
    }

    /** Text from elsewhere, short enough for a message. */
    static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }

    private static boolean isClose(String name, String candidate) {
        return candidate.contains(name) && !name.isEmpty()
                || distance(name, candidate) <= (Math.min(name.length(), candidate.length()) + 2) / 3;
    }

    /** How many letters must be put in, left out or replaced to make one of the other. */
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j < row.length; j++) {
                var replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
