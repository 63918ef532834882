package dev.rushlight.review;

import java.util.List;

/**
 * What a changed policy would have led to.
 *
 * @param examined how many versions were looked at
 * @param differing how many of them would stand elsewhere
 * @param complete whether those were all there are
 * @param shifts how many went from where to where, the most frequent first
 * @param differences the newest of those that differ
 */
public record Simulation(
        int examined, int differing, boolean complete, List<Shift> shifts, List<Difference> differences) {

    public Simulation {
        shifts = List.copyOf(shifts);
        differences = List.copyOf(differences);
    }
}
