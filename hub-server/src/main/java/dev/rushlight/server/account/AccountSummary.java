package dev.rushlight.server.account;

import java.time.Instant;
import java.util.List;

/** An account as a person may see it, with its keys that still work, oldest first. */
public record AccountSummary(AccountId id, String username, boolean active, Instant createdAt, List<KeySummary> keys) {
    public AccountSummary {
        keys = List.copyOf(keys);
    }
}
