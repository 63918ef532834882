package dev.rushlight.review;

/** There is no such decision. */
public final class NoSuchDecision extends RuntimeException {
    public NoSuchDecision(DecisionId id) {
        super("There is no decision " + id);
    }
}
