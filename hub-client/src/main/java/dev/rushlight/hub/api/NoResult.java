package dev.rushlight.hub.api;

/** One entity was asked for and there is none. */
public final class NoResult extends RuntimeException {

    NoResult(String expression) {
        super("Nothing is found by: " + Spelling.shortened(expression));
    }
}
