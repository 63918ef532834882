package dev.rushlight.review;

import dev.rushlight.policy.Outcome;

/** How many versions would stand there instead of where they stand. */
public record Shift(Outcome then, Outcome instead, int count) {}
