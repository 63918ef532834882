package dev.rushlight.reviewsession;

/** Which review sessions a list shows. */
public enum ReviewSessionScope {
    /** Those in which the one who asks takes part. */
    MINE,
    /** Those that are open and not past their end. */
    OPEN,
    ALL
}
