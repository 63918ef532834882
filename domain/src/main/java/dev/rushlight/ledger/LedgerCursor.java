package dev.rushlight.ledger;

import java.time.Instant;

/** The place of an entry in the order of all entries, after which the next page goes on. */
public record LedgerCursor(Instant at, long id) {}
