package dev.rushlight.review;

/** There is no such review item. */
public final class NoSuchReviewItem extends RuntimeException {
    public NoSuchReviewItem(ReviewItemId id) {
        super("There is no review item " + id);
    }
}
