package dev.rushlight.reviewsession;

import dev.rushlight.people.Identity;

/** A fresh guest link; the code is in no other place, and is shown once. */
public record GuestInvitation(GuestLinkId link, Identity guest, String code) {

    @Override
    public String toString() {
        return "GuestInvitation[link=%s, guest=%s, code=***]".formatted(link, guest.username());
    }
}
