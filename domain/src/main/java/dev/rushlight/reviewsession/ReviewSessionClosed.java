package dev.rushlight.reviewsession;

/** A closed review session stays as it is until it is opened again. */
public final class ReviewSessionClosed extends RuntimeException {

    ReviewSessionClosed(String name) {
        super("The review session \"%s\" is closed; open it again to change it".formatted(name));
    }
}
