package dev.rushlight.review;

/** A filter cannot be saved like this. */
public final class UnacceptableFilter extends RuntimeException {

    public UnacceptableFilter(String message) {
        super(message);
    }
}
