package dev.rushlight.policy;

import dev.rushlight.policy.StageExplanation.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One policy judging one hearing. The order of the questions is that of the semantics: the first that is answered ends it. */
final class Trial {

    private final Policy policy;
    private final Hearing hearing;
    private final List<StageTrial> stages;

    Trial(Policy policy, Hearing hearing) {
        this.policy = policy;
        this.hearing = hearing;
        this.stages = policy.stages().stream()
                .map(stage -> new StageTrial(policy, stage, hearing))
                .toList();
    }

    Judgement judge() {
        if (hearing.side() != SideState.NONE) {
            return new Judgement(hearing.side().outcome(), explained(), List.of());
        }
        if (hearing.overriding().isPresent()) {
            return overridden(hearing.overriding().get());
        }
        var vetoes = vetoes();
        if (!vetoes.isEmpty()) {
            return vetoed(vetoes);
        }
        return objections().or(this::unsatisfied).or(this::blockers).orElseGet(this::approved);
    }

    private Judgement overridden(Overriding overriding) {
        var all = new ArrayList<StageExplanation>();
        all.add(new StageExplanation(
                "Override",
                Status.OVERRIDDEN,
                "a lead's word",
                0,
                List.of(),
                List.of(),
                "Override: set by %s: %s".formatted(overriding.by(), overriding.reason())));
        all.addAll(explained());
        return new Judgement(overriding.outcome(), all, List.of());
    }

    /** Who rejects with a veto: leads, and the functions that a stage names as blocking. */
    List<String> vetoes() {
        return unlabelled(ballot -> ballot.choice() == Choice.REJECT
                && isEligibleAtAll(ballot)
                && (ballot.voter().isLead() || ballot.voter().hasAnyOf(blockingFunctions())));
    }

    /** The veto of an earlier version, unless the one who cast it has voted on this one. */
    private Optional<Veto> carried() {
        return hearing.carriedVeto().filter(veto -> hearing.ballotOf(veto.by()).isEmpty());
    }

    private Judgement vetoed(List<String> vetoes) {
        return blocked(
                Outcome.REJECTED, vetoes, "rejected by %s; only they can lift it".formatted(String.join(", ", vetoes)));
    }

    private Optional<Judgement> objections() {
        var carried = carried();
        if (carried.isPresent()) {
            var veto = carried.get();
            return Optional.of(blocked(
                    Outcome.REJECTED,
                    List.of(veto.by()),
                    "rejected by %s on version %d; only they can lift it".formatted(veto.by(), veto.version())));
        }
        var blocking = unlabelled(ballot ->
                ballot.objects() && isEligibleAtAll(ballot) && ballot.voter().hasAnyOf(blockingFunctions()));
        var objecting = new LinkedHashSet<>(blocking);
        current().forEach(stage -> objecting.addAll(stage.objections()));
        if (objecting.isEmpty()) {
            return Optional.empty();
        }
        var who = List.copyOf(objecting);
        return Optional.of(blocked(Outcome.CHANGES_REQUESTED, who, "changes requested by " + String.join(", ", who)));
    }

    private Optional<Judgement> unsatisfied() {
        if (stages.stream().noneMatch(StageTrial::applies)) {
            return Optional.of(open(
                    List.of(new StageExplanation(
                            "Policy",
                            Status.ERROR,
                            "a stage that applies",
                            0,
                            List.of(),
                            List.of(),
                            "Policy: no stage of %s applies to this work".formatted(policy.id()))),
                    List.of()));
        }
        var waiting = current().stream().filter(stage -> !stage.isSatisfied()).toList();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var awaiting = waiting.stream()
                .flatMap(stage -> stage.awaiting().stream())
                .distinct()
                .toList();
        return Optional.of(open(explained(), awaiting));
    }

    private Optional<Judgement> blockers() {
        var open = hearing.openBlockers();
        if (!policy.requireNoOpenBlockers() || open == 0) {
            return Optional.empty();
        }
        var all = new ArrayList<>(explained());
        all.add(new StageExplanation(
                "Notes",
                Status.UNSATISFIED,
                "no open blocking note",
                open,
                List.of(),
                List.of(),
                "Notes: %s to resolve first".formatted(open == 1 ? "1 blocking note" : open + " blocking notes")));
        return Optional.of(new Judgement(Outcome.IN_REVIEW, all, List.of()));
    }

    private Judgement approved() {
        var withNotes = stages.stream().filter(StageTrial::applies).anyMatch(StageTrial::approvesWithNotes);
        return new Judgement(withNotes ? Outcome.APPROVED_WITH_NOTES : Outcome.APPROVED, explained(), List.of());
    }

    private Judgement open(List<StageExplanation> explanation, List<Selector> awaiting) {
        return new Judgement(hearing.hasBegun() ? Outcome.IN_REVIEW : Outcome.PENDING, explanation, awaiting);
    }

    /** Told at the stage that is asked just now. */
    private Judgement blocked(Outcome outcome, List<String> by, String text) {
        var where =
                current().isEmpty() ? stages.get(stages.size() - 1) : current().get(0);
        var all = stages.stream()
                .map(stage -> stage == where ? stage.blocked(by, text) : stage.explain())
                .toList();
        return new Judgement(outcome, withAdvice(all, by), List.of());
    }

    private List<StageExplanation> explained() {
        return withAdvice(stages.stream().map(StageTrial::explain).toList(), List.of());
    }

    /** Who objects without being asked: shown, and without effect. */
    private List<StageExplanation> withAdvice(List<StageExplanation> explanation, List<String> counted) {
        var advisers = unlabelled(ballot -> ballot.objects()
                && !counted.contains(ballot.reviewer())
                && stages.stream().noneMatch(stage -> stage.counts(ballot)));
        if (advisers.isEmpty()) {
            return explanation;
        }
        var all = new ArrayList<>(explanation);
        all.add(new StageExplanation(
                "Advice",
                Status.NOT_APPLICABLE,
                "nothing",
                0,
                List.of(),
                List.of(),
                "Advice: %s would change something, but is not asked".formatted(String.join(", ", advisers))));
        return all;
    }

    /** The stages that are asked now: the first that is not satisfied, with those that run alongside; else all. */
    private List<StageTrial> current() {
        var applying = stages.stream().filter(StageTrial::applies).toList();
        var group = new ArrayList<StageTrial>();
        for (var stage : applying) {
            if (!stage.isAlongside() && group.stream().anyMatch(earlier -> !earlier.isSatisfied())) {
                return group;
            }
            group.add(stage);
        }
        return group;
    }

    private Set<String> blockingFunctions() {
        var functions = new LinkedHashSet<String>();
        stages.stream().filter(StageTrial::applies).forEach(stage -> functions.addAll(stage.blockingFunctions()));
        return functions;
    }

    private boolean isEligibleAtAll(Ballot ballot) {
        return policy.allowSelfApproval() || !ballot.reviewer().equals(hearing.author());
    }

    private List<String> unlabelled(Predicate<Ballot> which) {
        return hearing.ballots().stream()
                .filter(ballot -> !ballot.isLabelled())
                .filter(which)
                .map(Ballot::reviewer)
                .distinct()
                .toList();
    }
}
