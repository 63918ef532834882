package dev.rushlight.review;

import dev.rushlight.policy.StageTurn;
import java.util.List;
import java.util.Set;

/**
 * What somebody has to know before they say something of a version: its rules, whose turn it is, and what they may do.
 *
 * @param needsNoOpenBlockers whether an open blocking note keeps the work from being approved
 * @param standsInFor the absent reviewers for whom this person votes as well
 */
public record Briefing(
        String policyName,
        boolean abstainAllowed,
        boolean needsNoOpenBlockers,
        List<StageTurn> turns,
        Set<Power> powers,
        List<String> standsInFor) {

    public Briefing {
        turns = List.copyOf(turns);
        powers = Set.copyOf(powers);
        standsInFor = List.copyOf(standsInFor);
    }
}
