package dev.rushlight.ledger;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One of the few gates through which new lines enter; the same line always takes the same gate. */
@Entity
@Table(schema = "review", name = "ledger_gate")
class LedgerGate {

    private static final int GATES = 16;

    @Id
    private int id;

    protected LedgerGate() {} // for JPA

    static int of(UUID line) {
        return 1 + Math.floorMod(line.hashCode(), GATES);
    }
}
