package dev.rushlight.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries are wanted.
 *
 * @param from the first instant that counts
 * @param until the first instant that does not count any more
 */
public record LedgerFilter(
        Optional<UUID> line, Optional<UUID> actor, Optional<Act> act, Optional<Instant> from, Optional<Instant> until) {

    public static LedgerFilter everything() {
        return new LedgerFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public LedgerFilter ofLine(UUID wanted) {
        return new LedgerFilter(Optional.of(wanted), actor, act, from, until);
    }

    public LedgerFilter by(UUID wanted) {
        return new LedgerFilter(line, Optional.of(wanted), act, from, until);
    }

    public LedgerFilter of(Act wanted) {
        return new LedgerFilter(line, actor, Optional.of(wanted), from, until);
    }

    public LedgerFilter between(Instant first, Instant end) {
        return new LedgerFilter(line, actor, act, Optional.of(first), Optional.of(end));
    }
}
