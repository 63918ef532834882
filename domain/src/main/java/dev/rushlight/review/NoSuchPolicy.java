package dev.rushlight.review;

/** There is no such policy, or no such revision of it. */
public final class NoSuchPolicy extends RuntimeException {
    public NoSuchPolicy(String message) {
        super(message);
    }
}
