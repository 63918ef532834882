package dev.rushlight.reviewsession;

import dev.rushlight.policy.Outcome;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far a review session has come: how many of its entries stand at which outcome; outcomes that none has are
 * missing.
 */
public record Progress(Map<Outcome, Integer> counts) {

    /** That of no items at all. */
    public static final Progress NONE = new Progress(Map.of());

    public Progress {
        var sorted = new EnumMap<Outcome, Integer>(Outcome.class);
        sorted.putAll(counts);
        counts = Collections.unmodifiableMap(sorted);
    }

    public int of(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** How many entries have their verdict. */
    public int decided() {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().isVerdict())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
