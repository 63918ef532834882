package dev.rushlight.server.account;

import java.util.regex.Pattern;

/** Refuses a user name that could not travel in headers, queries and events unchanged. */
public sealed class UnacceptableUsername extends RuntimeException permits ReservedAccount {
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

    UnacceptableUsername(String message) {
        super(message);
    }

    static boolean isAcceptable(String username) {
        return ACCEPTABLE.matcher(username).matches();
    }

    static void unlessAcceptable(String username) {
        if (!isAcceptable(username)) {
            throw new UnacceptableUsername("A hub user name has 1 to 64 characters of A-Z a-z 0-9 . _ @ -");
        }
    }
}
