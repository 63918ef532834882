package dev.rushlight.ledger;

import dev.rushlight.ledger.Finding.Kind;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;

/** Looks at one line from its first entry to its end. */
final class LineCheck {

    /** How far an entry that was moved is looked for. */
    private static final long FARTHEST = 10_000;

    private final JpaChain chain;
    private final UUID line;
    private final Optional<LineEnd> end;
    private final Findings findings;

    private long number;
    private String hash = Sha256.NOTHING;
    private boolean isHashCertain = true;
    private boolean isFaulty;
    private long sealedUpTo;

    LineCheck(JpaChain chain, UUID line, Optional<LineEnd> end, Findings findings) {
        this.chain = chain;
        this.line = line;
        this.end = end;
        this.findings = findings;
    }

    void run(Walk<WrittenEntry> entries, Walk<Covered> covered) {
        for (var entry = next(entries); entry.isPresent(); entry = next(entries)) {
            findings.entry();
            look(entry.get());
            compare(entry.get(), covered);
        }
        if (end.isPresent()) {
            lookAtEnd(end.get());
        } else if (number > 0) {
            fault(Kind.MISSING, number, "The row with the end of line %s is missing", line);
        }
        lookBehindEnd(covered);
        end.ifPresent(this::lookAtSeal);
    }

    /** What was appended since the end was read is for the next check. */
    private Optional<WrittenEntry> next(Walk<WrittenEntry> entries) {
        var next = entries.next(entry -> entry.line().equals(line));
        var isNew = next.filter(
                        entry -> end.isPresent() && entry.number() > end.get().number())
                .filter(entry -> reachesNow(entry.number()))
                .isPresent();
        if (isNew) {
            entries.skip(entry -> entry.line().equals(line));
            return Optional.empty();
        }
        return next;
    }

    private void look(WrittenEntry entry) {
        var isNext = entry.number() == number + 1;
        if (entry.number() > number + 1) {
            fault(Kind.MISSING, number + 1, "%s of line %s: missing", entries(number + 1, entry.number() - 1), line);
        }
        if (!entry.isIntact()) {
            placeOf(entry)
                    .ifPresentOrElse(
                            place -> fault(
                                    Kind.REORDERED,
                                    entry.number(),
                                    "Entry %d of line %s was written as entry %d",
                                    entry.number(),
                                    line,
                                    place),
                            () -> fault(
                                    Kind.MANIPULATED,
                                    entry.number(),
                                    "Entry %d of line %s was changed",
                                    entry.number(),
                                    line));
        } else if (isNext && isHashCertain && !entry.previousHash().equals(hash)) {
            fault(
                    Kind.MANIPULATED,
                    Math.max(number, 1),
                    number == 0
                            ? "Entry 1 of line %2$s was written behind another"
                            : "Entry %d of line %s is not the one behind which entry %d was written",
                    number,
                    line,
                    entry.number());
        }
        number = Math.max(number, entry.number());
        hash = entry.hash();
        isHashCertain = entry.isIntact();
    }

    private Optional<Long> placeOf(WrittenEntry entry) {
        if (findings.isFull()) {
            return Optional.empty();
        }
        var farthest = Math.min(end.map(LineEnd::number).orElse(FARTHEST) + 1, FARTHEST);
        return LongStream.rangeClosed(1, farthest)
                .filter(entry::belongsAt)
                .boxed()
                .findFirst();
    }

    /** A line may be whole and yet not the one that was sealed. */
    private void compare(WrittenEntry entry, Walk<Covered> covered) {
        for (var seal = nextSeal(covered, entry.number()); seal.isPresent(); seal = nextSeal(covered, entry.number())) {
            sealedUpTo = Math.max(sealedUpTo, seal.get().number());
            var isOther = seal.get().number() == entry.number()
                    && !seal.get().head().hash().equals(entry.hash());
            if (isOther && !isFaulty) {
                fault(
                        Kind.FORKED,
                        entry.number(),
                        "Entry %d of line %s is not the one that seal %d covers",
                        entry.number(),
                        line,
                        seal.get().seal());
            }
        }
    }

    private Optional<Covered> nextSeal(Walk<Covered> covered, long upTo) {
        return covered.next(seal -> seal.line().equals(line) && seal.number() <= upTo);
    }

    private void lookAtEnd(LineEnd row) {
        var last = row.number();
        if (number == 0) {
            fault(Kind.MISSING, 1, "All entries of line %s are missing, up to entry %d", line, last);
        } else if (last > number) {
            fault(Kind.CUT_TAIL, number + 1, "%s of line %s: cut off", entries(number + 1, last), line);
        } else if (last < number) {
            fault(
                    Kind.MANIPULATED,
                    last,
                    "The row with the end of line %s says entry %d, and there is entry %d",
                    line,
                    last,
                    number);
        } else if (isHashCertain && !row.head().hash().equals(hash)) {
            fault(
                    Kind.MANIPULATED,
                    number,
                    "Entry %d of line %s is not the one that the row with its end says",
                    number,
                    line);
        }
    }

    private void lookBehindEnd(Walk<Covered> covered) {
        Optional<Covered> last = Optional.empty();
        for (var seal = nextSeal(covered, Long.MAX_VALUE); seal.isPresent(); seal = nextSeal(covered, Long.MAX_VALUE)) {
            last = seal;
        }
        if (last.isEmpty()) {
            return;
        }
        var covers = last.get().number();
        sealedUpTo = Math.max(sealedUpTo, covers);
        if (covers > number && covers > end.map(LineEnd::number).orElse(0L) && !reachesNow(covers)) {
            fault(
                    number == 0 ? Kind.MISSING : Kind.CUT_TAIL,
                    number + 1,
                    "%s of line %s: cut off, for seal %d covers the line up to entry %d",
                    entries(number + 1, covers),
                    line,
                    last.get().seal(),
                    covers);
        }
    }

    private void lookAtSeal(LineEnd row) {
        var last = row.number();
        if (sealedUpTo >= last) {
            return;
        }
        if (row.sealed()) {
            fault(
                    Kind.SEAL_BROKEN,
                    last,
                    "No seal covers line %s up to entry %d, though it is marked as sealed",
                    line,
                    last);
        } else {
            findings.unsealed(last - sealedUpTo);
        }
    }

    private boolean reachesNow(long entry) {
        return chain.end(line).filter(row -> row.number() >= entry).isPresent();
    }

    private void fault(Kind kind, long entry, String sentence, Object... values) {
        isFaulty = true;
        findings.fault(kind, line, entry, sentence, values);
    }

    private static String entries(long first, long last) {
        return first == last ? "Entry %d".formatted(first) : "Entries %d to %d".formatted(first, last);
    }
}
