package dev.rushlight.reviewsession;

/** A review session cannot go from the one state to the other. */
public final class ImpossibleMove extends RuntimeException {

    ImpossibleMove(ReviewSessionState from, ReviewSessionState to) {
        super("A review session that is %s cannot become %s".formatted(from, to));
    }
}
