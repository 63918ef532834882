package dev.rushlight.ledger;

import java.util.UUID;

/** The end of a line as its row says, with the claim that a seal covers it. */
record LineEnd(Head head, boolean sealed) {

    UUID line() {
        return head.line();
    }

    long number() {
        return head.number();
    }
}
