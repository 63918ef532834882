package dev.rushlight.people;

/** A username outside 1 to 64 of a-z 0-9 . _ @ - */
public final class UnacceptableUsername extends RuntimeException {
    public UnacceptableUsername(String message) {
        super(message);
    }
}
