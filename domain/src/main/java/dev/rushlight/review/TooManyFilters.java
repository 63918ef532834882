package dev.rushlight.review;

/** Somebody has saved as many filters as one may. */
public final class TooManyFilters extends RuntimeException {

    public TooManyFilters(int most) {
        super("You have saved %d filters, which is as many as there may be; delete one first".formatted(most));
    }
}
