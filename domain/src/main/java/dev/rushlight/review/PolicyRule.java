package dev.rushlight.review;

import dev.rushlight.policy.AppliesTo;

/** Which policy judges which work. */
public record PolicyRule(AppliesTo work, String policy) {}
