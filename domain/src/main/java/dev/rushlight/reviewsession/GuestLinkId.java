package dev.rushlight.reviewsession;

import java.util.UUID;

/** Names one guest link; it is no secret, and opens nothing. */
public record GuestLinkId(UUID value) {

    public static GuestLinkId random() {
        return new GuestLinkId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
