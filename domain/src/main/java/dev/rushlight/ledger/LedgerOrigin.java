package dev.rushlight.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** Which installation this is, to whoever reads its seals or hears its events; whoever names it or seals holds it. */
@Entity
@Table(schema = "review", name = "ledger_origin")
class LedgerOrigin {

    static final int ONLY = 1;

    /** The installation before its first seal. */
    static final UUID NAMELESS = new UUID(0, 0);

    @Id
    private int id;

    private UUID installation;

    @SuppressWarnings("NullAway.Init")
    protected LedgerOrigin() {} // for JPA

    /** Whoever asks first names it, for ever. */
    UUID named() {
        if (installation.equals(NAMELESS)) {
            installation = UUID.randomUUID();
        }
        return installation;
    }
}
