package dev.rushlight.review;

/**
 * An open item that was judged for other people than there are now.
 *
 * @param people which change of people it was judged after; in this order, and then by id, outdated items are gone through
 */
public record OutdatedItem(long people, ReviewItemId id) {}
