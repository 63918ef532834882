package dev.rushlight.exchange;

/** Who may hear of something. */
public enum Audience {
    /** Only hubs where nobody but the studio listens. */
    TEAM,
    /** Every hub, also those where clients listen. */
    CLIENT
}
