package dev.rushlight.reviewsession;

/** A review session has an end: it takes no more of these. */
public final class ReviewSessionFull extends RuntimeException {

    ReviewSessionFull(String what, int most, int wanted) {
        super("A review session takes %d %s, not %d".formatted(most, what, wanted));
    }
}
