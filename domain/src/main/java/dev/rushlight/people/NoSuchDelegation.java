package dev.rushlight.people;

/** Nobody votes for this person. */
public final class NoSuchDelegation extends RuntimeException {
    public NoSuchDelegation(String username) {
        super("Nobody votes for %s".formatted(username));
    }
}
