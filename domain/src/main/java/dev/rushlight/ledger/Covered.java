package dev.rushlight.ledger;

import java.util.UUID;

/** A head as a seal covers it. */
record Covered(long seal, Head head) {

    UUID line() {
        return head.line();
    }

    long number() {
        return head.number();
    }
}
