package dev.rushlight.reviewsession;

/** What a guest may do; each right includes those before it. */
public enum GuestRight {
    VIEW,
    COMMENT,
    DECIDE;

    public boolean includes(GuestRight other) {
        return compareTo(other) >= 0;
    }
}
