package dev.rushlight.reviewsession;

import java.util.Optional;

/**
 * How a review session stands for somebody who walks through it.
 *
 * @param awaiting on how many entries this person has yet to vote
 * @param here the entry where they are, unless their item is not in the review session
 */
public record ReviewSessionStanding(String name, Progress progress, int awaiting, Optional<Here> here) {

    /**
     * One entry among the others.
     *
     * @param number its place in the order, counted from 1
     */
    public record Here(EntrySummary entry, int number) {}
}
