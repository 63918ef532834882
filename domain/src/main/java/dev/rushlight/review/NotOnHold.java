package dev.rushlight.review;

/** Only a version that is on hold can be resumed. */
public final class NotOnHold extends RuntimeException {
    public NotOnHold(int version) {
        super("Version %d is not on hold".formatted(version));
    }
}
