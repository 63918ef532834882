package dev.rushlight.exchange;

/** What became of an event that was taken in. */
public enum InboxState {
    ACCEPTED,
    DUPLICATE,
    REFUSED
}
