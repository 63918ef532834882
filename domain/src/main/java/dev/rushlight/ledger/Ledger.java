package dev.rushlight.ledger;

/** Where every act is written down, in the same transaction as the act itself. */
public interface Ledger {

    /** Adds the entry to the chain of its line; it is there if, and only if, the caller's transaction commits. */
    void record(LedgerEntry entry);
}
