package dev.rushlight.policy;

/** Where a version stands: derived from votes by the policy, never typed in. */
public enum Outcome {
    PENDING,
    IN_REVIEW,
    APPROVED,
    APPROVED_WITH_NOTES,
    CHANGES_REQUESTED,
    REJECTED,
    ON_HOLD,
    SUPERSEDED,
    WITHDRAWN;

    /** Whether reviewers still owe a verdict. */
    public boolean isOpen() {
        return switch (this) {
            case PENDING, IN_REVIEW, ON_HOLD -> true;
            case APPROVED, APPROVED_WITH_NOTES, CHANGES_REQUESTED, REJECTED, SUPERSEDED, WITHDRAWN -> false;
        };
    }

    /** Whether somebody is asked just now. */
    public boolean isAsking() {
        return this == PENDING || this == IN_REVIEW;
    }

    /** Whether the votes led to a verdict. */
    public boolean isVerdict() {
        return switch (this) {
            case APPROVED, APPROVED_WITH_NOTES, CHANGES_REQUESTED, REJECTED -> true;
            case PENDING, IN_REVIEW, ON_HOLD, SUPERSEDED, WITHDRAWN -> false;
        };
    }

    /** Whether, once the undo grace is over, votes change it no more: only a reopening, or an act upon the votes. */
    public boolean isFinal() {
        return switch (this) {
            case APPROVED, APPROVED_WITH_NOTES, REJECTED -> true;
            case PENDING, IN_REVIEW, CHANGES_REQUESTED, ON_HOLD, SUPERSEDED, WITHDRAWN -> false;
        };
    }

    /** Whether the version takes no votes any more. */
    public boolean isClosed() {
        return this == SUPERSEDED || this == WITHDRAWN;
    }
}
