package dev.rushlight.review;

/**
 * How many items a filter shows, as far as it was worth counting.
 *
 * @param isExact false if there are more, or if a search ended before it had looked at everything
 */
public record QueueCount(int items, boolean isExact) {}
