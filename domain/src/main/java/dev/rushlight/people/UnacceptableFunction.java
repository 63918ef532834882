package dev.rushlight.people;

/** What was typed cannot be somebody's function in production. */
public final class UnacceptableFunction extends RuntimeException {

    UnacceptableFunction(String message) {
        super(message);
    }
}
