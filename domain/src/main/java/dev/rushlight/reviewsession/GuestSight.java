package dev.rushlight.reviewsession;

import dev.rushlight.review.ReviewItemId;

/** What a guest has on the screen: which item, and which version of it. */
public record GuestSight(GuestPass pass, ReviewItemId item, int version) {}
