package dev.rushlight.feedback;

import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.Ledger;
import dev.rushlight.ledger.LedgerEntry;
import dev.rushlight.review.ReviewItemId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it was told. */
final class RememberedLedger implements Ledger {

    private final List<LedgerEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void record(LedgerEntry entry) {
        entries.add(entry);
    }

    List<Act> acts(ReviewItemId item) {
        return entries.stream()
                .filter(entry -> entry.line().equals(item.value()))
                .map(LedgerEntry::act)
                .toList();
    }

    LedgerEntry last() {
        return entries.get(entries.size() - 1);
    }
}
