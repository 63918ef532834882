package dev.rushlight.audit;

import dev.rushlight.ledger.LedgerDesk;
import dev.rushlight.ledger.LedgerReport;
import dev.rushlight.ledger.NoSuchEntry;
import dev.rushlight.ledger.NotSealedYet;
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

    @Inject
    AuditDesk(LedgerDesk ledger) {
        this.ledger = ledger;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected AuditDesk() { // for CDI
        this(null);
    }

    /** Takes as long as it takes to read everything: some seconds for 100,000 entries. */
    public LedgerReport verify(Identity admin) {
        admin.requireAdmin();
        return ledger.verify();
    }

    public LedgerReport verifyLine(Identity admin, UUID line) {
        admin.requireAdmin();
        return ledger.verifyLine(line);
    }

    /**
     * Writes the certificate of one entry, such as a decision, with its line up to the next seal.
     *
     * @throws NoSuchEntry if the line has no such entry
     * @throws NotSealedYet if no seal covers it so far
     */
    public void certify(Identity admin, UUID line, long number, OutputStream out) {
        admin.requireAdmin();
        ledger.certificate(line, number, out);
    }
}
