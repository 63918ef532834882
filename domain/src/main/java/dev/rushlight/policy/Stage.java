package dev.rushlight.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step of a policy: whom it asks, and how many of them have to agree.
 *
 * @param quorum for {@link Mode#QUORUM}
 * @param blockingFunctions whose objection counts wherever it comes from, and whose rejection is a veto
 * @param label for {@link Mode#LABEL}
 * @param requireSeen whether an approval counts only from somebody who looked
 * @param parallel whether it is asked at the same time as the stage before
 */
public record Stage(
        String name,
        List<Selector> reviewers,
        Mode mode,
        Optional<Quorum> quorum,
        Set<String> blockingFunctions,
        Optional<String> label,
        boolean requireSeen,
        boolean parallel,
        AppliesTo appliesTo) {

    static final int LONGEST_NAME = 60;
    static final int MOST_REVIEWERS = 100;
    static final int MOST_BLOCKING = 50;

    public Stage {
        reviewers = List.copyOf(reviewers);
        blockingFunctions = Set.copyOf(blockingFunctions);
        if (!Words.fitOneLine(name, LONGEST_NAME)) {
            throw new IllegalArgumentException("A stage has a name of 1 to %d characters".formatted(LONGEST_NAME));
        }
        if (reviewers.isEmpty() || reviewers.size() > MOST_REVIEWERS) {
            throw new IllegalArgumentException("The stage %s selects in 1 to %d ways, not in %d"
                    .formatted(name, MOST_REVIEWERS, reviewers.size()));
        }
        if (blockingFunctions.size() > MOST_BLOCKING
                || !blockingFunctions.stream()
                        .allMatch(function -> Words.FUNCTION.matcher(function).matches())) {
            throw new IllegalArgumentException("The stage %s is blocked by up to %d functions such as vfx_supervisor"
                    .formatted(name, MOST_BLOCKING));
        }
        if (quorum.isPresent() != (mode == Mode.QUORUM)) {
            throw new IllegalArgumentException(
                    "The stage %s needs a quorum if, and only if, its mode is QUORUM".formatted(name));
        }
        if (label.isPresent() != (mode == Mode.LABEL)) {
            throw new IllegalArgumentException(
                    "The stage %s needs a label if, and only if, its mode is LABEL".formatted(name));
        }
        if (!label.stream().allMatch(text -> Words.LABEL.matcher(text).matches())) {
            throw new IllegalArgumentException(
                    "The label of the stage %s is 1 to 60 letters, digits or _ . : / -".formatted(name));
        }
    }

    public static Stage of(String name, Mode mode, Selector... reviewers) {
        return new Stage(
                name,
                List.of(reviewers),
                mode,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                false,
                false,
                AppliesTo.EVERYTHING);
    }

    public static Stage quorum(String name, Quorum quorum, Selector... reviewers) {
        return new Stage(
                name,
                List.of(reviewers),
                Mode.QUORUM,
                Optional.of(quorum),
                Set.of(),
                Optional.empty(),
                false,
                false,
                AppliesTo.EVERYTHING);
    }

    public static Stage label(String name, String label, Selector... checkers) {
        return new Stage(
                name,
                List.of(checkers),
                Mode.LABEL,
                Optional.empty(),
                Set.of(),
                Optional.of(label),
                false,
                false,
                AppliesTo.EVERYTHING);
    }

    public Stage blockedBy(String... functions) {
        return new Stage(name, reviewers, mode, quorum, Set.of(functions), label, requireSeen, parallel, appliesTo);
    }

    public Stage seen() {
        return new Stage(name, reviewers, mode, quorum, blockingFunctions, label, true, parallel, appliesTo);
    }

    public Stage alongside() {
        return new Stage(name, reviewers, mode, quorum, blockingFunctions, label, requireSeen, true, appliesTo);
    }

    public Stage when(AppliesTo work) {
        return new Stage(name, reviewers, mode, quorum, blockingFunctions, label, requireSeen, parallel, work);
    }

    boolean selects(Member member, Hearing hearing) {
        return reviewers.stream().anyMatch(selector -> selector.selects(member, hearing))
                && (mode != Mode.LEAD || member.isLead());
    }
}
