package dev.rushlight.reviewsession;

/**
 * What a guest asked for is not to be had: the link is unknown, over or revoked, its review session is not open, or the
 * item is none of it. Which of these it is, a guest is not told.
 */
public final class LinkLeadsNowhere extends RuntimeException {

    public LinkLeadsNowhere() {
        super("This link leads nowhere (any more)");
    }
}
