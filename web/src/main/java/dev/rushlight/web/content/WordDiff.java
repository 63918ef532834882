package dev.rushlight.web.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What changed between two texts, word by word; texts that have too little in common are told apart as a whole. */
record WordDiff(List<Part> parts) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\R|[^\\S\\r\\n]+|.", Pattern.DOTALL);
    private static final int MOST_COMPARISONS = 1_000_000;

    WordDiff {
        parts = List.copyOf(parts);
    }

    /** In which of the two texts something stands. */
    enum Side {
        BOTH,
        BEFORE,
        AFTER
    }

    /** Some words in a row. */
    record Part(Side side, String text) {}

    static WordDiff between(String before, String after) {
        return new WordDiff(Joined.of(new Comparison(words(before), words(after)).parts()));
    }

    /** How much of both texts is the same, from 0 to 1; spaces do not count. */
    double likeness() {
        var same = 0;
        var all = 0;
        for (var part : parts) {
            var weight = (int)
                    part.text().chars().filter(c -> !Character.isWhitespace(c)).count();
            same += part.side() == Side.BOTH ? 2 * weight : 0;
            all += part.side() == Side.BOTH ? 2 * weight : weight;
        }
        return all == 0 ? 1 : (double) same / all;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(match -> match.group()).toList();
    }

    /** The longest common run of words, as the table of its lengths tells it. */
    private record Comparison(List<String> before, List<String> after) {

        List<Part> parts() {
            var parts = new ArrayList<Part>();
            var shorter = Math.min(before.size(), after.size());
            var head = 0;
            while (head < shorter && before.get(head).equals(after.get(head))) {
                parts.add(new Part(Side.BOTH, before.get(head)));
                head++;
            }
            var tail = 0;
            while (tail < shorter - head && fromEnd(before, tail).equals(fromEnd(after, tail))) {
                tail++;
            }
            middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), parts);
            before.subList(before.size() - tail, before.size()).forEach(word -> parts.add(new Part(Side.BOTH, word)));
            return parts;
        }

        private static String fromEnd(List<String> words, int back) {
            return words.get(words.size() - 1 - back);
        }

        private static void middle(List<String> old, List<String> now, List<Part> parts) {
            var i = 0;
            var j = 0;
            if ((long) old.size() * now.size() <= MOST_COMPARISONS) {
                var lengths = lengths(old, now);
                while (i < old.size() && j < now.size()) {
                    if (old.get(i).equals(now.get(j))) {
                        parts.add(new Part(Side.BOTH, old.get(i)));
                        i++;
                        j++;
                    } else if (lengths[i + 1][j] >= lengths[i][j + 1]) {
                        parts.add(new Part(Side.BEFORE, old.get(i++)));
                    } else {
                        parts.add(new Part(Side.AFTER, now.get(j++)));
                    }
                }
            }
            old.subList(i, old.size()).forEach(word -> parts.add(new Part(Side.BEFORE, word)));
            now.subList(j, now.size()).forEach(word -> parts.add(new Part(Side.AFTER, word)));
        }

        private static int[][] lengths(List<String> old, List<String> now) {
            var lengths = new int[old.size() + 1][now.size() + 1];
            for (var i = old.size() - 1; i >= 0; i--) {
                for (var j = now.size() - 1; j >= 0; j--) {
                    lengths[i][j] = old.get(i).equals(now.get(j))
                            ? lengths[i + 1][j + 1] + 1
                            : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
                }
            }
            return lengths;
        }
    }

    /** Puts like neighbours together, what went before what came; spaces between two changes belong to both. */
    private static final class Joined {

        private final List<Part> parts = new ArrayList<>();
        private final StringBuilder before = new StringBuilder();
        private final StringBuilder after = new StringBuilder();
        private final StringBuilder same = new StringBuilder();

        static List<Part> of(List<Part> words) {
            var joined = new Joined();
            words.forEach(joined::take);
            joined.flush();
            return joined.parts;
        }

        private void take(Part word) {
            if (word.side() == Side.BOTH) {
                same.append(word.text());
                return;
            }
            if (isChanging() && !same.isEmpty() && isSpaceInALine(same.toString())) {
                before.append(same);
                after.append(same);
                same.setLength(0);
            } else if (!same.isEmpty()) {
                flush();
            }
            (word.side() == Side.BEFORE ? before : after).append(word.text());
        }

        private boolean isChanging() {
            return !before.isEmpty() || !after.isEmpty();
        }

        private static boolean isSpaceInALine(String text) {
            return text.isBlank() && text.indexOf('\n') < 0;
        }

        private void flush() {
            flush(Side.BEFORE, before);
            flush(Side.AFTER, after);
            flush(Side.BOTH, same);
        }

        private void flush(Side side, StringBuilder text) {
            if (!text.isEmpty()) {
                parts.add(new Part(side, text.toString()));
                text.setLength(0);
            }
        }
    }
}
