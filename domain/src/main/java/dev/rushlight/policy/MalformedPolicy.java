package dev.rushlight.policy;

/** A text that is no policy; the message names the place and what is allowed there. */
public final class MalformedPolicy extends RuntimeException {

    MalformedPolicy(String message) {
        super(message);
    }
}
