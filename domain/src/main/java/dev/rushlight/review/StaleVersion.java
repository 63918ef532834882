package dev.rushlight.review;

/** A vote named another version than the current one. */
public final class StaleVersion extends RuntimeException {
    public StaleVersion(int seen, int current) {
        super("Version %d was reviewed, but version %d is current".formatted(seen, current));
    }
}
