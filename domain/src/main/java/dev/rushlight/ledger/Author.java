package dev.rushlight.ledger;

import java.util.UUID;

/** Who acted, as named and entitled at that moment. */
public record Author(UUID id, String username, String displayName, String role) {}
