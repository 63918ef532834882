package dev.rushlight.ledger;

import java.util.UUID;

/** The line has no entry of this number. */
public final class NoSuchEntry extends RuntimeException {
    NoSuchEntry(UUID line, long number) {
        super("Line %s has no entry %d".formatted(line, number));
    }
}
