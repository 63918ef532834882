package dev.rushlight.review;

import dev.rushlight.policy.Outcome;

/** Only a verdict can be set over the heads of the reviewers. */
public final class UnacceptableOverride extends RuntimeException {
    public UnacceptableOverride(Outcome outcome) {
        super("An override sets a verdict, and %s is none".formatted(outcome));
    }
}
