package dev.rushlight.review;

/** Which part of the queue is looked at. */
public enum QueueTab {
    /** What waits for the viewer, newest submission first. */
    NEEDS_ME,

    /** What the viewer submitted or voted on and others still have to say something of, newest submission first. */
    WAITING,

    /** What the viewer submitted, newest activity first. */
    MINE,

    /** What nobody decided yet, newest activity first. */
    OPEN,

    /** Everything, newest activity first. */
    ALL
}
