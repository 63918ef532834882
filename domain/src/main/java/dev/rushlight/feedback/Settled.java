package dev.rushlight.feedback;

import java.time.Instant;

/** By whom, under the name that is shown, and when. */
public record Settled(String by, Instant at) {}
