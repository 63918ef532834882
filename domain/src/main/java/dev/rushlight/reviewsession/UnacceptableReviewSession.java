package dev.rushlight.reviewsession;

/** Something that was typed about a review session cannot be right; the message says what. */
public final class UnacceptableReviewSession extends RuntimeException {

    UnacceptableReviewSession(String message) {
        super(message);
    }
}
