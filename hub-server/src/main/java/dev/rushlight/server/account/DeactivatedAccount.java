package dev.rushlight.server.account;

/** Refuses a new key for an account that was deactivated. */
public final class DeactivatedAccount extends RuntimeException {
    DeactivatedAccount(String username) {
        super("The hub account %s is deactivated; reactivate it before it gets a key".formatted(username));
    }
}
