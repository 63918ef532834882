package dev.rushlight.reviewsession;

/** What becomes of an entry of a review session when its line gets a newer version. */
public enum Keeping {
    /** The entry shows the newest version, whichever that is. */
    KEEP_LATEST,
    /** The entry stays with the version that it was given, and tells that there is a newer one. */
    PINNED
}
