package dev.rushlight.review;

/** Something about this review item changed; heard after the commit. */
public record ReviewItemChanged(ReviewItemId id) {}
