package dev.rushlight.policy;

import dev.rushlight.policy.StageExplanation.Status;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One policy judging one hearing. The order of the questions is that of the semantics: the first that is answered ends it. */
final class Trial {

    private final Policy policy;
    private final Hearing hearing;
    private final Assembly assembly;
    private final List<StageTrial> stages;
    private final List<StageTrial> asked;
    private final Set<Ballot> blocking;
    private final Optional<Veto> carried;

    Trial(Policy policy, Hearing hearing) {
        this.policy = policy;
        this.hearing = hearing;
        this.assembly = new Assembly(policy, hearing);
        this.stages = policy.stages().stream()
                .map(stage -> new StageTrial(stage, assembly))
                .toList();
        this.asked = asked();
        this.blocking =
                assembly.ballots().stream().filter(this::blocks).collect(Collectors.toCollection(LinkedHashSet::new));
        this.carried = hearing.carriedVeto()
                .filter(veto -> policy.onNewVersion() == OnNewVersion.KEEP_VETO && !assembly.hasVoted(veto.by()));
    }

    Judgement judge() {
        if (hearing.side() != SideState.NONE) {
            return decided(hearing.side().outcome());
        }
        if (hearing.overriding().isPresent()) {
            return overridden(hearing.overriding().get());
        }
        if (carried.isPresent() || !vetoes().isEmpty()) {
            return decided(Outcome.REJECTED);
        }
        if (!blocking.isEmpty()
                || asked.stream().anyMatch(stage -> !stage.objections().isEmpty())) {
            return decided(Outcome.CHANGES_REQUESTED);
        }
        if (asked.isEmpty() || !asked.stream().allMatch(StageTrial::isSatisfied)) {
            return open();
        }
        if (policy.requireNoOpenBlockers() && hearing.openBlockers() > 0) {
            return new Judgement(Outcome.IN_REVIEW, explanation(openNotes()), List.of());
        }
        return decided(
                asked.stream().anyMatch(StageTrial::approvesWithNotes)
                        ? Outcome.APPROVED_WITH_NOTES
                        : Outcome.APPROVED);
    }

    /** Who rejects this version with a veto. */
    List<String> vetoes() {
        return blocking.stream()
                .filter(this::isVeto)
                .map(Ballot::reviewer)
                .distinct()
                .toList();
    }

    List<StageTurn> turns(String viewer) {
        var rota = new Rota(asked, unsatisfied(), viewer, viewer.equals(hearing.author()));
        var isAsking = judge().outcome().isAsking();
        return stages.stream().map(stage -> rota.turn(stage, isAsking)).toList();
    }

    private List<String> unsatisfied() {
        return asked.stream()
                .filter(stage -> !stage.isSatisfied())
                .map(stage -> stage.stage().name())
                .toList();
    }

    /** The stages whose turn it is or was: up to the first that is not satisfied, and those that run alongside it. */
    private List<StageTrial> asked() {
        var turn = new ArrayList<StageTrial>();
        for (var stage : stages) {
            if (!stage.stage().parallel() && !turn.stream().allMatch(StageTrial::isSatisfied)) {
                return turn;
            }
            if (stage.applies()) {
                turn.add(stage);
            }
        }
        return turn;
    }

    /** Whether the vote stands in the way wherever it comes from. */
    private boolean blocks(Ballot ballot) {
        return ballot.objects()
                && assembly.mayDecide(ballot.reviewer())
                && (isVeto(ballot) || stages.stream().anyMatch(stage -> stage.isBlockedBy(ballot)));
    }

    /** Leads have a veto, and so have the functions that a stage names as blocking. */
    private boolean isVeto(Ballot ballot) {
        return ballot.choice() == Choice.REJECT
                && (!ballot.isLabelled() && ballot.voter().isLead()
                        || stages.stream().anyMatch(stage -> stage.isBlockedBy(ballot)));
    }

    private Judgement decided(Outcome outcome) {
        return new Judgement(outcome, explanation(), List.of());
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
        all.addAll(explanation());
        return new Judgement(overriding.outcome(), all, List.of());
    }

    private Judgement open() {
        var begun = !hearing.seenBy().isEmpty() || stages.stream().anyMatch(StageTrial::hasBegun);
        return new Judgement(
                begun ? Outcome.IN_REVIEW : Outcome.PENDING,
                explanation(),
                asked.stream().flatMap(StageTrial::awaiting).distinct().toList());
    }

    private StageExplanation openNotes() {
        var open = hearing.openBlockers();
        return new StageExplanation(
                "Notes",
                Status.UNSATISFIED,
                "no open blocking note",
                open,
                List.of(),
                List.of(),
                "Notes: %s to resolve first".formatted(open == 1 ? "1 blocking note" : open + " blocking notes"));
    }

    private List<StageExplanation> explanation(StageExplanation... more) {
        var earlier = unsatisfied();
        var blockers = blockers();
        var all = new ArrayList<StageExplanation>();
        for (var stage : stages) {
            all.add(new StageAccount(
                            stage,
                            asked.contains(stage) ? List.of() : earlier,
                            blockers.getOrDefault(Optional.of(stage), List.of()))
                    .explain());
        }
        if (asked.isEmpty()) {
            all.add(nothingApplies(blockers.getOrDefault(Optional.empty(), List.of())));
        }
        all.addAll(List.of(more));
        advice().ifPresent(all::add);
        return all;
    }

    /** Who stands in the way, by the stage where it is told: their own, else the one where the work is stuck. */
    private Map<Optional<StageTrial>, List<Blocker>> blockers() {
        var all = new LinkedHashMap<Optional<StageTrial>, List<Blocker>>();
        for (var ballot : blocking) {
            var by = ballot.reviewer();
            all.computeIfAbsent(
                            place(stage -> stage.isBlockedBy(ballot) || stage.hasSeatOf(by)),
                            place -> new ArrayList<>())
                    .add(isVeto(ballot) ? Blocker.veto(by) : Blocker.objection(by));
        }
        carried.ifPresent(veto -> all.computeIfAbsent(
                        place(stage -> stage.hasSeatOf(veto.by())), place -> new ArrayList<>())
                .add(Blocker.carried(veto)));
        return all;
    }

    private Optional<StageTrial> place(Predicate<StageTrial> own) {
        return stages.stream()
                .filter(own)
                .findFirst()
                .or(() -> asked.stream().filter(stage -> !stage.isSatisfied()).findFirst())
                .or(() -> asked.stream().reduce((earlier, later) -> later));
    }

    private StageExplanation nothingApplies(List<Blocker> blockers) {
        return new StageExplanation(
                "Policy",
                Status.ERROR,
                "a stage that applies",
                0,
                List.of(),
                blockers.stream().map(Blocker::by).toList(),
                "Policy: no stage of %s applies to this work%s".formatted(policy.id(), Blocker.words(blockers)));
    }

    /** Who objects without being asked: shown, and without effect. */
    private Optional<StageExplanation> advice() {
        var advisers = assembly.ballots().stream()
                .filter(ballot -> ballot.objects() && !ballot.isLabelled())
                .filter(ballot -> !blocking.contains(ballot))
                .filter(ballot -> stages.stream().noneMatch(stage -> stage.counts(ballot)))
                .map(Ballot::reviewer)
                .toList();
        return advisers.isEmpty()
                ? Optional.empty()
                : Optional.of(new StageExplanation(
                        "Advice",
                        Status.NOT_APPLICABLE,
                        "nothing",
                        0,
                        List.of(),
                        List.of(),
                        "Advice: %s would change something, but is not asked".formatted(Sentence.names(advisers))));
    }
}
