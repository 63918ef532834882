package dev.rushlight.reviewsession;

/** There is no such review session. */
public final class NoSuchReviewSession extends RuntimeException {

    NoSuchReviewSession(ReviewSessionId id) {
        super("There is no review session " + id);
    }
}
