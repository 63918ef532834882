package dev.rushlight.review;

import dev.rushlight.policy.Outcome;

/** Only a final or overridden outcome is reopened; everything else takes votes as it is. */
public final class NothingToReopen extends RuntimeException {
    public NothingToReopen(int version, Outcome outcome) {
        super("Version %d needs no reopening: it is %s".formatted(version, outcome));
    }
}
