package dev.rushlight.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;

/** Collects what a check sees: no more findings than anybody would read, and all counts. */
final class Findings {

    private static final int MOST = 100;

    private final List<Finding> faults = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private long further;
    private long lines;
    private long entries;
    private long seals;
    private long witnessed;
    private long unsealedLines;
    private long unsealedEntries;

    void line() {
        lines++;
    }

    void entry() {
        entries++;
    }

    void seal(Seal seal) {
        seals++;
        if (keys.size() < MOST) {
            keys.add(seal.keyFingerprint());
        }
    }

    void witness() {
        witnessed++;
    }

    void unsealed(long waiting) {
        unsealedLines++;
        unsealedEntries += waiting;
    }

    /** Whether another one would only be counted. */
    boolean isFull() {
        return faults.size() == MOST;
    }

    void fault(Finding.Kind kind, UUID line, long number, String sentence, Object... values) {
        add(kind, Optional.of(line), number, sentence.formatted(values));
    }

    void sealFault(Finding.Kind kind, long number, String sentence, Object... values) {
        add(kind, Optional.empty(), number, sentence.formatted(values));
    }

    private void add(Finding.Kind kind, Optional<UUID> line, long number, String sentence) {
        if (isFull()) {
            further++;
        } else {
            faults.add(new Finding(kind, line, OptionalLong.of(number), sentence));
        }
    }

    LedgerReport report() {
        var findings = new ArrayList<>(faults);
        if (unsealedLines > 0) {
            findings.add(new Finding(
                    Finding.Kind.UNSEALED,
                    Optional.empty(),
                    OptionalLong.empty(),
                    "Entries that wait for the next seal: %d, in %d lines".formatted(unsealedEntries, unsealedLines)));
        }
        return new LedgerReport(lines, entries, seals, witnessed, keys, findings, further);
    }
}
