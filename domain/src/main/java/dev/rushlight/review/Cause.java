package dev.rushlight.review;

/** Which act led to a decision. */
public enum Cause {
    VOTE,
    REVOKE,
    REOPEN,
    OVERRIDE,
    DISMISS,
    HOLD,
    RESUME,
    /** A note was added or resolved that keeps the work from being approved. */
    NOTES,
    /** Somebody looked whose approval counts only then. */
    SEEN,
    /** Somebody came, went, or got another role or function. */
    PEOPLE,
    REEVALUATION,
    /** What was said of the version before holds for this one, too. */
    CARRIED
}
