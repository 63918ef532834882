package dev.rushlight.server.account;

import java.time.Instant;

/** A stored key as a person may see it. */
public record KeySummary(KeyId id, Instant createdAt) {}
