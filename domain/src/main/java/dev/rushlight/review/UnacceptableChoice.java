package dev.rushlight.review;

/** Choices of policy must name policies that exist, and end with one for everything else. */
public final class UnacceptableChoice extends RuntimeException {
    public UnacceptableChoice(String message) {
        super(message);
    }
}
