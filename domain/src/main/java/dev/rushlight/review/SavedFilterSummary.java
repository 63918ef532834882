package dev.rushlight.review;

/**
 * A narrowing of the queue under the name that its owner gave it.
 *
 * @param query as the page of the queue writes it into its address
 */
public record SavedFilterSummary(String name, String query) {}
