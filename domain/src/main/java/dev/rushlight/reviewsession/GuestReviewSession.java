package dev.rushlight.reviewsession;

import java.time.Instant;
import java.util.Optional;

/** A review session as its guests see it. */
public record GuestReviewSession(
        String name,
        Optional<String> description,
        String guestName,
        GuestRight right,
        Instant expires,
        Progress progress) {}
