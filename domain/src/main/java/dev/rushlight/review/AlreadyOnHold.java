package dev.rushlight.review;

/** A version that is on hold cannot be held once more. */
public final class AlreadyOnHold extends RuntimeException {
    public AlreadyOnHold(int version) {
        super("Version %d is on hold already".formatted(version));
    }
}
