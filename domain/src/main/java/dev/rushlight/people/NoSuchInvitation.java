package dev.rushlight.people;

/** An invitation was already used, has expired or never existed. */
public final class NoSuchInvitation extends RuntimeException {
    public NoSuchInvitation() {
        super("This invitation was already used, has expired or never existed");
    }
}
