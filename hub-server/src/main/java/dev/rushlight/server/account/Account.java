package dev.rushlight.server.account;

/** The account that a key was verified for. */
public record Account(AccountId id, String username) {
    /** Whether it is the application's own, which only the application can use. */
    public boolean isOwn() {
        return username.equals(Accounts.OWN);
    }
}
