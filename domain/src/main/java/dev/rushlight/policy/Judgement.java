package dev.rushlight.policy;

import java.util.List;

/** What a policy makes of the votes in force: the outcome, and always why. */
public record Judgement(Outcome outcome, List<StageExplanation> explanation) {

    public Judgement {
        explanation = List.copyOf(explanation);
    }
}
