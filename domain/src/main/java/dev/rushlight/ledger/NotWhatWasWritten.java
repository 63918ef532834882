package dev.rushlight.ledger;

/** A text is not one that the ledger writes. */
final class NotWhatWasWritten extends RuntimeException {
    NotWhatWasWritten(String message) {
        super(message);
    }
}
