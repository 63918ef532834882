package dev.rushlight.people;

/** The first administrator was already made; there is no second first one. */
public final class AdminExists extends RuntimeException {
    public AdminExists() {
        super("An administrator already exists");
    }
}
