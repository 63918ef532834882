package dev.rushlight.review;

import java.time.Instant;

/**
 * Until when the reviewers should have decided.
 *
 * @param escalated whether the time was up and somebody else was asked as well
 */
public record Deadline(Instant at, boolean escalated) {}
