package dev.rushlight.policy;

import java.util.List;
import java.util.Set;

/**
 * Whose turn it is in a stage of a policy, as one person sees it; how the stage stands is told by its explanation.
 *
 * @param parallel whether it is asked at the same time as the stage before
 * @param after the stages that have to be satisfied first; none if it is this one's turn
 * @param voters whose votes fill a place here
 * @param asksViewer whether that person's vote would move it on
 */
public record StageTurn(String stage, boolean parallel, List<String> after, Set<String> voters, boolean asksViewer) {

    public StageTurn {
        after = List.copyOf(after);
        voters = Set.copyOf(voters);
    }
}
