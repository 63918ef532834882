package dev.rushlight.ledger;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was written down, for tests that are about who writes what. */
public final class RememberedLedger implements Ledger {

    private final List<LedgerEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void record(LedgerEntry entry) {
        entries.add(entry);
    }

    public List<LedgerEntry> entries() {
        return List.copyOf(entries);
    }

    public LedgerEntry last() {
        return entries.get(entries.size() - 1);
    }

    public List<Act> acts(UUID line) {
        return of(line).stream().map(LedgerEntry::act).toList();
    }

    public List<LedgerEntry> of(UUID line) {
        return entries.stream().filter(entry -> entry.line().equals(line)).toList();
    }

    public LedgerEntry last(UUID line) {
        var all = of(line);
        return all.get(all.size() - 1);
    }
}
