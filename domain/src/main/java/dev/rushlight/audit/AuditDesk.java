package dev.rushlight.audit;

import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.LedgerBook;
import dev.rushlight.ledger.LedgerDesk;
import dev.rushlight.ledger.LedgerReport;
import dev.rushlight.ledger.NoSuchEntry;
import dev.rushlight.ledger.WrittenEntry;
import dev.rushlight.people.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.OutputStream;
import java.util.UUID;

/** Where administrators have the ledger checked and certified. */
@ApplicationScoped
@Transactional
public class AuditDesk {

    private final LedgerDesk ledger;
    private final LedgerBook book;

    @Inject
    AuditDesk(LedgerDesk ledger, LedgerBook book) {
        this.ledger = ledger;
        this.book = book;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected AuditDesk() { // for CDI
        this(null, null);
    }

    /** Takes as long as it takes to read everything: some seconds for 100,000 entries. */
    public LedgerReport verify(Identity admin) {
        admin.requireAdmin();
        return ledger.verify();
    }

    /** Looks at what was done on one line, such as a review item, and at what the seals say of it. */
    public LedgerReport verifyLine(Identity admin, UUID line) {
        admin.requireAdmin();
        return ledger.verifyLine(line);
    }

    /** By which whoever gets a certificate can tell that it was signed here. */
    public String keyFingerprint(Identity admin) {
        admin.requireAdmin();
        return ledger.keyFingerprint();
    }

    /**
     * Writes the certificate of the newest decision on a line, or of its last act while nothing is decided. What no seal
     * covers yet is sealed first.
     *
     * @throws NoSuchEntry if nothing was ever done on this line
     */
    public void certify(Identity admin, UUID line, OutputStream out) {
        admin.requireAdmin();
        var number = book.last(line, Act.DECIDED)
                .or(() -> book.line(line, 1).stream().findFirst())
                .map(WrittenEntry::number)
                .orElse(1L);
        var more = true;
        while (more && !ledger.isSealed(line, number)) {
            more = ledger.seal().isPresent();
        }
        ledger.certificate(line, number, out);
    }
}
