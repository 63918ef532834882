package dev.rushlight.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Walks along lines, their entries and what the seals cover of them, side by side, and looks at each line once. Acts go on
 * meanwhile: the ends of some lines are read first, so what is read of these lines after that is never older, and what was
 * appended since is left alone.
 */
final class LedgerCheck {

    private final JpaChain chain;
    private final Findings findings;

    LedgerCheck(JpaChain chain, Findings findings) {
        this.chain = chain;
        this.findings = findings;
    }

    void run(Lines lines) {
        var rest = Optional.of(lines);
        while (rest.isPresent()) {
            rest = runSome(rest.get());
        }
    }

    /** Returns what is left to do. */
    private Optional<Lines> runSome(Lines lines) {
        var ends = new ArrayDeque<>(chain.ends(lines, Walk.PAGE));
        var isLast = ends.size() < Walk.PAGE || ends.getLast().line().equals(lines.to());
        var rest = isLast
                ? Optional.<Lines>empty()
                : Optional.of(lines.behind(ends.getLast().line()));
        run(isLast ? lines : lines.upTo(ends.getLast().line()), ends);
        return rest;
    }

    private void run(Lines lines, Deque<LineEnd> ends) {
        var entries = chain.entries(lines);
        var covered = chain.covered(lines);
        for (var line = next(ends, entries, covered); line.isPresent(); line = next(ends, entries, covered)) {
            check(line.get(), ends, entries, covered);
        }
    }

    private static Optional<UUID> next(Deque<LineEnd> ends, Walk<WrittenEntry> entries, Walk<Covered> covered) {
        return Stream.of(
                        Optional.ofNullable(ends.peekFirst()).map(LineEnd::line),
                        entries.peek().map(WrittenEntry::line),
                        covered.peek().map(Covered::line))
                .flatMap(Optional::stream)
                .min((one, other) -> one.toString().compareTo(other.toString()));
    }

    private void check(UUID line, Deque<LineEnd> ends, Walk<WrittenEntry> entries, Walk<Covered> covered) {
        var end = Optional.ofNullable(ends.peekFirst()).filter(row -> row.line().equals(line));
        end.ifPresent(row -> ends.removeFirst());
        if (end.isEmpty() && chain.end(line).isPresent()) { // it began a moment ago
            entries.skip(entry -> entry.line().equals(line));
            covered.skip(seal -> seal.line().equals(line));
            return;
        }
        findings.line();
        new LineCheck(chain, line, end, findings).run(entries, covered);
    }
}
