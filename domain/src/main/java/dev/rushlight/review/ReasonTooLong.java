package dev.rushlight.review;

/** A reason beyond 10,000 characters. */
public final class ReasonTooLong extends RuntimeException {
    public ReasonTooLong(int length) {
        super("A reason may have 10000 characters, not %d".formatted(length));
    }
}
