package dev.rushlight.reviewsession;

/** This guest link opens nothing any more, because somebody revoked it or its time is over; heard after the commit. */
public record GuestLinkRevoked(GuestLinkId id) {}
