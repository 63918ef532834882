package dev.rushlight.review;

/** What sort of work a review item holds. */
public enum Kind {
    ASSET,
    CHANGESET,
    TASK
}
