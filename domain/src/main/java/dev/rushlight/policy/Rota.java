package dev.rushlight.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Whose turn it is, as one person sees it.
 *
 * @param asked the stages whose turn it is or was
 * @param unsatisfied those of them that others have to wait for
 * @param isAuthor whether that person submitted the work
 */
record Rota(List<StageTrial> asked, List<String> unsatisfied, String viewer, boolean isAuthor) {

    StageTurn turn(StageTrial trial, boolean isAsking) {
        var isTurn = asked.contains(trial);
        return new StageTurn(
                trial.stage().name(),
                trial.stage().parallel(),
                isTurn || !trial.applies() ? List.of() : unsatisfied,
                trial.taken().stream()
                        .flatMap(seat -> seat.vote().stream())
                        .map(Ballot::reviewer)
                        .collect(Collectors.toSet()),
                isAsking && isTurn && asks(trial));
    }

    /** Whoever submitted the work is not asked where anybody else will do, unless by name. */
    private boolean asks(StageTrial trial) {
        return !trial.isSatisfied()
                && !trial.isBroken()
                && (!isAuthor || !trial.decidesByLatest() || isNamed(trial.stage()))
                && trial.open().stream().flatMap(Seat::candidates).anyMatch(viewer::equals);
    }

    private boolean isNamed(Stage stage) {
        return stage.reviewers().contains(Selector.user(viewer));
    }
}
