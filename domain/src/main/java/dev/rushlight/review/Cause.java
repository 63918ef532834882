package dev.rushlight.review;

/** Which act led to a decision. */
public enum Cause {
    VOTE,
    REVOKE
}
