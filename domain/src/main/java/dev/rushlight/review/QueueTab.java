package dev.rushlight.review;

/** Which part of the queue is looked at. */
public enum QueueTab {
    OPEN,
    DECIDED,
    ALL
}
