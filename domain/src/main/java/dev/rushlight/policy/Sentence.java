package dev.rushlight.policy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How parts and names become a sentence that stays short enough to be read. */
final class Sentence {

    private static final int MOST_NAMES = 10;

    private Sentence() {}

    /** Those of the parts that say something. */
    static String of(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("; "));
    }

    static String names(List<String> names) {
        return listing(names, ", ");
    }

    static String listing(List<String> words, String separator) {
        return words.size() <= MOST_NAMES
                ? String.join(separator, words)
                : "%s and %d more"
                        .formatted(String.join(separator, words.subList(0, MOST_NAMES)), words.size() - MOST_NAMES);
    }
}
