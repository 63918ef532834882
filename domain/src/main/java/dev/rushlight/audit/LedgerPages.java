package dev.rushlight.audit;

import dev.rushlight.ledger.LedgerBook;
import dev.rushlight.ledger.LedgerCursor;
import dev.rushlight.ledger.LedgerFilter;
import dev.rushlight.ledger.WrittenEntry;
import dev.rushlight.people.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** The ledger for administrators, page by page; each page goes on behind the last entry of the one before. */
@ApplicationScoped
@Transactional // outside of one, threads of the container share an entity manager
public class LedgerPages {

    static final int LARGEST_PAGE = 500;

    private final LedgerBook book;

    @Inject
    LedgerPages(LedgerBook book) {
        this.book = book;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected LedgerPages() { // for CDI
        this(null);
    }

    public List<WrittenEntry> newestFirst(
            Identity admin, LedgerFilter filter, Optional<LedgerCursor> before, int limit) {
        admin.requireAdmin();
        return book.newestFirst(filter, before, Math.min(limit, LARGEST_PAGE));
    }
}
