package dev.rushlight.reviewsession;

/** Something that was typed about a guest cannot be right; the message says what. */
public final class UnacceptableGuest extends RuntimeException {

    UnacceptableGuest(String message) {
        super(message);
    }
}
