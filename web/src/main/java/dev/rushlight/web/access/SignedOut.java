package dev.rushlight.web.access;

/** Nobody is signed in any more: the session ran out, or the account was deactivated. */
public final class SignedOut extends RuntimeException {

    public SignedOut() {
        super("Nobody is signed in on this page");
    }
}
