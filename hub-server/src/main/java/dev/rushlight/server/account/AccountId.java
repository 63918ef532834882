package dev.rushlight.server.account;

import java.util.UUID;

/** Identifies an account for ever; clients see it as {@code source.user.id}. */
public record AccountId(UUID value) {
    static AccountId random() {
        return new AccountId(UUID.randomUUID());
    }
}
