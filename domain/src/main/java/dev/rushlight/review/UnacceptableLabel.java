package dev.rushlight.review;

/** What an automatic check is called must be short and readable. */
public final class UnacceptableLabel extends RuntimeException {
    public UnacceptableLabel(String label) {
        super("A label is 1 to 60 letters, digits or _ . : / -, not \"%s\"".formatted(label));
    }
}
