package dev.rushlight.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The end of a line, which whoever appends to the line holds. */
@Entity
@Table(schema = "review", name = "ledger_head")
class LedgerHead {

    @Id
    private UUID line;

    private long number;
    private String hash;
    private boolean sealed;

    @SuppressWarnings("NullAway.Init")
    protected LedgerHead() {} // for JPA

    LedgerHead(UUID line) {
        this.line = line;
        this.hash = Sha256.NOTHING;
    }

    void append(LedgerRow row) {
        hash = row.follow(++number, hash);
        sealed = false;
    }
}
