package dev.rushlight.server.account;

/** Refuses a stored key for the account under which the application itself uses its hub. */
public final class ReservedAccount extends UnacceptableUsername {
    ReservedAccount(String username) {
        super("The hub account " + username + " is the server's own; choose another user name");
    }
}
