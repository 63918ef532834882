package dev.rushlight.policy;

/** What becomes of the votes on a version when the next one comes in. */
public enum OnNewVersion {
    /** Everybody looks anew. */
    RESET,
    /** Approvals go on if the new version shows the same picture: equal digest of the media and equal frames. */
    COPY_APPROVALS,
    /** A veto sticks to the line until the one who cast it, or an override, lifts it. */
    KEEP_VETO
}
