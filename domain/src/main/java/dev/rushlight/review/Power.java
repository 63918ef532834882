package dev.rushlight.review;

/** What somebody may do to a version over the heads of its reviewers. */
public enum Power {
    OVERRIDE,
    DISMISS,
    REOPEN,
    HOLD,
    RESUME,
    WITHDRAW
}
