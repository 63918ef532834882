package dev.rushlight.policy;

/** An outcome that somebody set over the heads of the reviewers, and why. */
public record Overriding(Outcome outcome, String by, String reason) {

    public Overriding {
        if (!outcome.isVerdict()) {
            throw new IllegalArgumentException("Only a verdict can be set, and %s is none".formatted(outcome));
        }
    }
}
