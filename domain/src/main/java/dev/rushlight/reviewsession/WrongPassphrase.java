package dev.rushlight.reviewsession;

/** The link is good, but it has a passphrase, and this was not it. */
public final class WrongPassphrase extends RuntimeException {

    public WrongPassphrase() {
        super("This link needs its passphrase, and this is not it");
    }
}
