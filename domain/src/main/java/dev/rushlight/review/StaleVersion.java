package dev.rushlight.review;

import java.time.Instant;

/** Somebody acted on another version than the current one; it says what came in since. */
public final class StaleVersion extends RuntimeException {

    private final int seen;
    private final int current;
    private final String name;
    private final String submitter;
    private final Instant submittedAt;

    public StaleVersion(int seen, int current, String name, String submitter, Instant submittedAt) {
        super("Version %d was reviewed, but version %d is current".formatted(seen, current));
        this.seen = seen;
        this.current = current;
        this.name = name;
        this.submitter = submitter;
        this.submittedAt = submittedAt;
    }

    public int seen() {
        return seen;
    }

    public int current() {
        return current;
    }

    /** What the current version is called. */
    public String name() {
        return name;
    }

    /** Who brought the current version. */
    public String submitter() {
        return submitter;
    }

    public Instant submittedAt() {
        return submittedAt;
    }
}
