package dev.rushlight.audit;

import dev.rushlight.ledger.ExportFormat;
import dev.rushlight.ledger.LedgerCursor;
import dev.rushlight.ledger.LedgerFilter;
import dev.rushlight.ledger.WrittenEntry;
import dev.rushlight.people.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Carries entries out of the house, newest first. Each page is a transaction of its own, so a reader who is slow keeps
 * nothing from anybody, and one page is all that is in memory.
 */
@ApplicationScoped
public class LedgerExport {

    private final LedgerPages pages;

    @Inject
    LedgerExport(LedgerPages pages) {
        this.pages = pages;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected LedgerExport() { // for CDI
        this(null);
    }

    /** Writes all that fits the filter, and closes the stream; returns how many entries there were. */
    public long write(Identity admin, LedgerFilter filter, ExportFormat format, OutputStream out) throws IOException {
        admin.requireAdmin();
        var written = 0L;
        try (var document = format.to(out)) {
            var page = page(admin, filter, Optional.empty());
            while (!page.isEmpty()) {
                page.forEach(document::write);
                written += page.size();
                page = page(admin, filter, Optional.of(page.get(page.size() - 1).cursor()));
            }
        }
        return written;
    }

    private List<WrittenEntry> page(Identity admin, LedgerFilter filter, Optional<LedgerCursor> before) {
        return pages.newestFirst(admin, filter, before, LedgerPages.LARGEST_PAGE);
    }
}
