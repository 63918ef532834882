package dev.rushlight.reviewsession;

import java.util.UUID;

/**
 * The place in a review session after one entry; the next page begins there.
 *
 * @param spacing how often the review session had been spaced anew when the place was read
 */
public record EntryCursor(long place, UUID item, int spacing) {}
