package dev.rushlight.feedback;

/** This file cannot be attached. */
public final class UnacceptableAttachment extends RuntimeException {
    public UnacceptableAttachment(String message) {
        super(message);
    }
}
