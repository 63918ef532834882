package dev.rushlight.server.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Measured durations and where they lie; for one thread. */
final class Durations {
    private final List<Long> nanos = new ArrayList<>();

    void add(long duration) {
        nanos.add(duration);
    }

    double millisAt(double quantile) {
        var sorted = nanos.stream().sorted(Comparator.naturalOrder()).toList();
        var index = (int) Math.ceil(quantile * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / 1e6;
    }

    double median() {
        return millisAt(0.5);
    }

    double max() {
        return millisAt(1);
    }

    /** All of them in milliseconds, as they came. */
    @Override
    public String toString() {
        return nanos.stream()
                .map(it -> String.format(Locale.ROOT, "%.0f", it / 1e6))
                .toList()
                .toString();
    }
}
