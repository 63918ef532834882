package dev.rushlight.policy;

import java.util.List;

/**
 * What a policy makes of a hearing: the outcome, and always why.
 *
 * @param awaiting whose vote would move it on: concrete people where each of them is needed, the stage's selectors where
 *     any of them will do; nobody when the outcome is a verdict
 */
public record Judgement(Outcome outcome, List<StageExplanation> explanation, List<Selector> awaiting) {

    public Judgement {
        explanation = List.copyOf(explanation);
        awaiting = List.copyOf(awaiting);
    }
}
