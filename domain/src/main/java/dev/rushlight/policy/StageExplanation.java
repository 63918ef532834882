package dev.rushlight.policy;

import java.util.List;

/** Why a stage of a policy stands where it stands, in numbers, names and one readable sentence. */
public record StageExplanation(
        String stage,
        Status status,
        String need,
        int have,
        List<String> waitingFor,
        List<String> blockedBy,
        String text) {

    public StageExplanation {
        waitingFor = List.copyOf(waitingFor);
        blockedBy = List.copyOf(blockedBy);
    }

    /** Where a stage stands. */
    public enum Status {
        NOT_APPLICABLE,
        UNSATISFIED,
        SATISFIED,
        OVERRIDDEN,
        ERROR
    }
}
