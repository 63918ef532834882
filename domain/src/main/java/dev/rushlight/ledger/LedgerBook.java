package dev.rushlight.ledger;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What is written in the ledger, read page by page; it asks nobody for a role. */
public interface LedgerBook {

    /** The entries before the given one, newest first. */
    List<WrittenEntry> newestFirst(LedgerFilter filter, Optional<LedgerCursor> before, int limit);

    /** A line's last entries, the last first. */
    List<WrittenEntry> line(UUID line, int limit);

    /** The last time that this was done on a line. */
    Optional<WrittenEntry> last(UUID line, Act act);
}
