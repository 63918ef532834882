package dev.rushlight.policy;

import dev.rushlight.policy.StageExplanation.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts into words where a stage stands, such as "Supervision: 1 of 2 approvals; waiting for maria · blocked by lena:
 * request changes".
 */
final class StageAccount {

    private final StageTrial trial;
    private final List<String> earlier;
    private final List<Blocker> blockers;

    /**
     * @param earlier the stages that come first, if it is not this one's turn yet
     * @param fromOutside who stands in the way here without being asked
     */
    StageAccount(StageTrial trial, List<String> earlier, List<Blocker> fromOutside) {
        this.trial = trial;
        this.earlier = earlier;
        this.blockers = merged(fromOutside, trial.objections());
    }

    /** One entry for each person: a veto says it all. */
    private static List<Blocker> merged(List<Blocker> fromOutside, List<Blocker> objections) {
        var all = new LinkedHashMap<String, Blocker>();
        Stream.concat(
                        fromOutside.stream().filter(Blocker::isVeto),
                        Stream.concat(fromOutside.stream(), objections.stream()))
                .forEach(blocker -> all.putIfAbsent(blocker.by(), blocker));
        return List.copyOf(all.values());
    }

    StageExplanation explain() {
        return new StageExplanation(
                trial.stage().name(),
                status(),
                need(),
                trial.approvals(),
                waitingFor(),
                blockers.stream().map(Blocker::by).toList(),
                "%s: %s".formatted(trial.stage().name(), text()));
    }

    private Status status() {
        if (!trial.applies()) {
            return Status.NOT_APPLICABLE;
        }
        if (trial.isBroken()) {
            return Status.ERROR;
        }
        return trial.isSatisfied() && blockers.isEmpty() ? Status.SATISFIED : Status.UNSATISFIED;
    }

    private String need() {
        if (!trial.applies()) {
            return "nothing";
        }
        return switch (trial.stage().mode()) {
            case ANY -> selection(trial.stage().reviewers(), false);
            case ALL -> "all of %d".formatted(trial.voting());
            case QUORUM -> "%d of %d".formatted(trial.needed(), trial.voting());
            case LEAD -> "a lead";
            case LABEL -> check();
        };
    }

    private List<String> waitingFor() {
        return switch (status()) {
            case NOT_APPLICABLE, SATISFIED, OVERRIDDEN, ERROR -> List.of();
            case UNSATISFIED -> isWaiting() ? people() : List.of();
        };
    }

    private boolean isWaiting() {
        return earlier.isEmpty() && !trial.isSatisfied() && (blockers.isEmpty() || !trial.decidesByLatest());
    }

    private List<String> people() {
        return trial.decidesByLatest()
                ? trial.openSelectors().stream()
                        .filter(selector -> selector.kind() == Selector.Kind.USER)
                        .map(Selector::name)
                        .toList()
                : trial.open().stream().map(Seat::reviewer).toList();
    }

    private String text() {
        return switch (status()) {
            case NOT_APPLICABLE -> "does not apply to this work";
            case ERROR -> error() + Blocker.words(blockers);
            case SATISFIED, UNSATISFIED, OVERRIDDEN -> trial.decidesByLatest() ? latest() : counted();
        };
    }

    private String error() {
        if (trial.size() > 0) {
            return "the policy asks for %d approvals and selects %s"
                    .formatted(trial.needed(), trial.size() == 1 ? "1 person" : trial.size() + " people");
        }
        return "the policy selects nobody"
                + trial.excluded().map(" but %s, who submitted this"::formatted).orElse("");
    }

    private String latest() {
        if (blockers.isEmpty()) {
            return Sentence.of(trial.isSatisfied() ? approved() : waiting(), remarks());
        }
        var vetoes =
                blockers.stream().filter(Blocker::isVeto).map(Blocker::words).toList();
        var others = blockers.stream()
                .filter(blocker -> !blocker.isVeto())
                .map(Blocker::words)
                .toList();
        var rejected =
                vetoes.isEmpty() ? "" : "rejected by %s; only they can lift it".formatted(Sentence.names(vetoes));
        var requested = others.isEmpty() ? "" : "changes requested by " + Sentence.names(others);
        return Sentence.of(rejected, requested, remarks());
    }

    private String approved() {
        var decisive = trial.latest().orElseThrow();
        return (decisive.choice() == Choice.APPROVE ? "approved by " : "approved with notes by ") + decisive.reviewer();
    }

    private String counted() {
        var waiting = trial.isSatisfied() ? "" : waiting();
        return Sentence.of(tally(), waiting, abstained(), remarks()) + Blocker.words(blockers);
    }

    private String tally() {
        var have = trial.approvals();
        var need = trial.needed();
        if (have > need) {
            return "%d approvals, %d needed".formatted(have, need);
        }
        return need == 1 ? "%d of 1 approval".formatted(have) : "%d of %d approvals".formatted(have, need);
    }

    private String waiting() {
        if (!earlier.isEmpty()) {
            return "asked after " + Sentence.names(earlier);
        }
        return trial.decidesByLatest() ? waitingForAny() : waitingForEach();
    }

    private String waitingForEach() {
        var open = trial.open();
        if (!open.isEmpty()) {
            return "waiting for "
                    + Sentence.names(open.stream().map(Seat::words).toList());
        }
        return blockers.isEmpty() ? "nobody is left to ask" : "";
    }

    private String waitingForAny() {
        var open = trial.openSelectors();
        if (open.isEmpty()) {
            return Sentence.of("nobody is left to ask", abstained());
        }
        if (trial.stage().mode() == Mode.LABEL) {
            return Sentence.of("waiting for " + check(), abstained());
        }
        return Sentence.of("waiting for " + selection(open, !trial.abstaining().isEmpty()), abstained());
    }

    private String check() {
        return "the check " + trial.stage().label().orElseThrow();
    }

    private static String selection(List<Selector> selectors, boolean other) {
        return Sentence.listing(
                selectors.stream().map(selector -> selector.words(other)).toList(), " or ");
    }

    private String abstained() {
        var abstaining = trial.abstaining();
        return abstaining.isEmpty()
                ? ""
                : Sentence.names(abstaining.stream().map(Seat::reviewer).toList()) + " abstained";
    }

    /** What the numbers do not say. */
    private String remarks() {
        var unseen = trial.unseen().stream()
                .flatMap(seat -> seat.vote().stream())
                .map(Ballot::reviewer)
                .distinct()
                .toList();
        var missing = trial.missing();
        return Sentence.of(
                unseen.isEmpty() ? "" : Sentence.names(unseen) + " approved without having looked",
                missing.isEmpty() ? "" : Sentence.names(missing) + " cannot be asked",
                trial.excludedVoter()
                        .map("%s submitted this, so their vote does not count"::formatted)
                        .orElse(""));
    }
}
