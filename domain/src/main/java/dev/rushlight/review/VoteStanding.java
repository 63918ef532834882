package dev.rushlight.review;

import java.util.EnumSet;
import java.util.Set;

/**
 * What became of a vote: CAST counts, until its voter casts another; LATE came after the outcome was final and never
 * counts; the others were taken out, and stay to be seen. CAST → REVOKED, DISMISSED or BEFORE_REOPEN; LATE → REVOKED or
 * DISMISSED.
 */
public enum VoteStanding {
    CAST,
    LATE,
    /** Taken back by the one who cast it. */
    REVOKED,
    /** Taken out by a lead, with a reason. */
    DISMISSED,
    /** Of an earlier round: the version was reopened since. */
    BEFORE_REOPEN;

    public Set<VoteStanding> next() {
        return switch (this) {
            case CAST -> EnumSet.of(REVOKED, DISMISSED, BEFORE_REOPEN);
            case LATE -> EnumSet.of(REVOKED, DISMISSED);
            case REVOKED, DISMISSED, BEFORE_REOPEN -> EnumSet.noneOf(VoteStanding.class);
        };
    }
}
