package dev.rushlight.review;

import dev.rushlight.policy.Outcome;

/** One version that would stand elsewhere. */
public record Difference(ReviewItemId item, String project, String name, int version, Outcome then, Outcome instead) {}
