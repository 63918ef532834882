package dev.rushlight.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** How entries are read from the database: column by column, so that no entity is kept in mind. */
final class WrittenEntries {

    static final String COLUMNS =
            "e.id, e.line, e.number, e.at, e.act, e.actor, e.username, e.displayName, e.role, e.reason, e.before,"
                    + " e.after, e.causeEventId, e.previousHash, e.hash";

    private WrittenEntries() {}

    static WrittenEntry read(Object[] row) {
        return new WrittenEntry(
                (Long) row[0],
                (UUID) row[1],
                (Long) row[2],
                (Instant) row[3],
                (String) row[4],
                new Author((UUID) row[5], (String) row[6], (String) row[7], (String) row[8]),
                Optional.ofNullable((String) row[9]),
                (String) row[10],
                (String) row[11],
                Optional.ofNullable((String) row[12]),
                (String) row[13],
                (String) row[14]);
    }
}
