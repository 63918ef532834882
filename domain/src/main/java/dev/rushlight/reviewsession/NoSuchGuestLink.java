package dev.rushlight.reviewsession;

/** There is no such guest link; only leads are told. */
public final class NoSuchGuestLink extends RuntimeException {

    NoSuchGuestLink(GuestLinkId id) {
        super("There is no guest link " + id);
    }
}
