package dev.rushlight.people;

/** This person cannot vote for that one, or not until then. */
public final class UnacceptableDelegation extends RuntimeException {
    public UnacceptableDelegation(String message) {
        super(message);
    }
}
