package dev.rushlight.people;

/** Two people cannot share a username. */
public final class UsernameTaken extends RuntimeException {
    public UsernameTaken(String username) {
        super("The username %s is taken".formatted(username));
    }
}
