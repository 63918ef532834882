package dev.rushlight.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Text as words to search for: lower case, without accents, in the one form that Unicode has for what looks the same.
 *
 * <p>A word is a run of letters and digits. It can be found by its parts, too, where letters meet digits: "sh020_comp_v012"
 * has the words sh020, comp and v012, and by their parts also sh, 020 and 012. Whoever searches means whole words, and with
 * the last one also those that begin with it, because it may not be finished yet.
 */
final class SearchWords {

    static final int LONGEST = 40;
    private static final int MOST_OF_AN_ITEM = 100;
    private static final int MOST_ASKED_FOR = 8;
    private static final int FIRST_OF_A_DESCRIPTION = 32;

    private SearchWords() {}

    /** What an item is found by. */
    static Set<String> of(Collection<String> titles, String description) {
        var words = new LinkedHashSet<String>();
        titles.forEach(title -> runs(title).forEach(run -> addWithParts(words, run)));
        runs(description).stream().limit(FIRST_OF_A_DESCRIPTION).forEach(run -> addWithParts(words, run));
        return words.stream().limit(MOST_OF_AN_ITEM).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What somebody asks for, in the order in which it was typed. */
    static List<String> askedFor(String text) {
        return runs(text).stream().distinct().limit(MOST_ASKED_FOR).toList();
    }

    private static void addWithParts(Set<String> words, String run) {
        words.add(run);
        var parts = run.split("(?<=\\p{IsDigit})(?=\\P{IsDigit})|(?<=\\P{IsDigit})(?=\\p{IsDigit})");
        for (var part : parts) {
            if (part.codePointCount(0, part.length()) > 1) {
                words.add(part);
            }
        }
    }

    private static List<String> runs(String text) {
        var runs = new ArrayList<String>();
        for (var run : normal(text).split("[^\\p{IsAlphabetic}\\p{IsDigit}\\p{M}]+")) {
            if (!run.isEmpty()) {
                runs.add(run.length() <= LONGEST ? run : cut(run));
            }
        }
        return runs;
    }

    private static String cut(String run) {
        var end = Character.isHighSurrogate(run.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return run.substring(0, end);
    }

    private static String normal(String text) {
        var apart =
                Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("\\p{InCombiningDiacriticalMarks}+", "");
        // By way of upper case, so that the letters that have two lower-case forms or none of their own come out alike.
        var folded = apart.toUpperCase(Locale.ROOT)
                .codePoints()
                .map(Character::toLowerCase)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }
}
