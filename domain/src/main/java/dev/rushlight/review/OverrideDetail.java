package dev.rushlight.review;

import dev.rushlight.policy.Outcome;
import java.time.Instant;

/** The outcome that somebody set over the heads of the reviewers, and why. */
public record OverrideDetail(Outcome outcome, String by, String reason, Instant at) {}
