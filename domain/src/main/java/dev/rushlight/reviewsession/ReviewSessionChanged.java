package dev.rushlight.reviewsession;

/** Something about this review session changed; heard after the commit. */
public record ReviewSessionChanged(ReviewSessionId id) {}
