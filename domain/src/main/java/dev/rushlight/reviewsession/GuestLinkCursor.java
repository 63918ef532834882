package dev.rushlight.reviewsession;

import java.time.Instant;
import java.util.UUID;

/** The place in the list of guest links after one row; the next page begins there. */
public record GuestLinkCursor(Instant madeAt, UUID link) {}
