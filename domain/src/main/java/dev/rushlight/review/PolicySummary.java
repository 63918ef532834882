package dev.rushlight.review;

import java.time.Instant;

/** One revision of a policy as lists show it. */
public record PolicySummary(String id, int revision, String name, Instant createdAt, String createdBy) {}
