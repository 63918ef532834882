package dev.rushlight.hub.api;

/** The server's answer does not have the form that the protocol gives it. */
public final class MalformedAnswer extends RuntimeException {

    MalformedAnswer(String why) {
        super("The server's answer is malformed: " + why);
    }
}
