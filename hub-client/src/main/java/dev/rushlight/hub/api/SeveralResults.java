package dev.rushlight.hub.api;

/** One entity was asked for and there are more. */
public final class SeveralResults extends RuntimeException {

    SeveralResults(String expression) {
        super("More than one is found by: " + Spelling.shortened(expression));
    }
}
