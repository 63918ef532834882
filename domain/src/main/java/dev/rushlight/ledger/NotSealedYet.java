package dev.rushlight.ledger;

import java.util.UUID;

/** Only what a seal covers can be certified. */
public final class NotSealedYet extends RuntimeException {
    NotSealedYet(UUID line, long number) {
        super("Entry %d of line %s waits for the next seal".formatted(number, line));
    }
}
