package dev.rushlight.feedback;

/** This cannot be shown as a picture, or is larger than pictures may be. */
public final class UnacceptablePicture extends RuntimeException {
    public UnacceptablePicture(String message) {
        super(message);
    }
}
