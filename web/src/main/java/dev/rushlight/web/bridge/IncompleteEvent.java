package dev.rushlight.web.bridge;

/** An owed event lacks something without which it cannot be written. */
final class IncompleteEvent extends RuntimeException {
    IncompleteEvent(String message) {
        super(message);
    }
}
