package dev.rushlight.review;

import dev.rushlight.policy.Outcome;

/** A superseded or withdrawn version takes no votes. */
public final class VersionClosed extends RuntimeException {
    public VersionClosed(int version, Outcome outcome) {
        super("Version %d takes no votes: it is %s".formatted(version, outcome));
    }
}
