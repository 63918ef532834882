package dev.rushlight.policy;

import dev.rushlight.policy.StageExplanation.Status;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One stage of a trial. Its seats are the people whom it selects now and those whom it selected when they voted, without
 * the author unless that is allowed; each seat is filled by its own vote or else by that of its deputy.
 */
final class StageTrial {

    private final Policy policy;
    private final Stage stage;
    private final Hearing hearing;
    private final Map<String, Optional<Ballot>> seats;

    StageTrial(Policy policy, Stage stage, Hearing hearing) {
        this.policy = policy;
        this.stage = stage;
        this.hearing = hearing;
        this.seats = seats();
    }

    private Map<String, Optional<Ballot>> seats() {
        var voters = hearing.ballots().stream()
                .filter(ballot -> ballot.label().equals(stage.label()))
                .map(Ballot::voter);
        var filled = new LinkedHashMap<String, Optional<Ballot>>();
        Stream.concat(hearing.members().stream(), voters)
                .filter(member -> stage.selects(member, hearing))
                .map(Member::username)
                .filter(this::mayDecide)
                .forEach(name -> filled.computeIfAbsent(name, this::ballotFor));
        return filled;
    }

    private boolean mayDecide(String name) {
        return policy.allowSelfApproval() || !name.equals(hearing.author());
    }

    private Optional<Ballot> ballotFor(String seat) {
        if (stage.mode() == Mode.LABEL) {
            return hearing.ballots().stream()
                    .filter(ballot -> ballot.label().equals(stage.label())
                            && ballot.reviewer().equals(seat))
                    .reduce((earlier, later) -> later);
        }
        return hearing.ballotOf(seat)
                .or(() -> Optional.ofNullable(hearing.delegations().get(seat))
                        .filter(this::mayDecide)
                        .flatMap(hearing::ballotOf))
                .filter(ballot -> policy.abstainAllowed() || ballot.choice() != Choice.ABSTAIN);
    }

    boolean applies() {
        return stage.appliesTo().matches(hearing.work());
    }

    boolean isAlongside() {
        return stage.parallel();
    }

    Set<String> blockingFunctions() {
        return stage.blockingFunctions();
    }

    /** Whether this vote fills a seat here. */
    boolean counts(Ballot ballot) {
        return applies()
                && seats.values().stream()
                        .anyMatch(filled -> filled.filter(ballot::equals).isPresent());
    }

    /** Whose objection stands in the way; in a stage that anybody may decide, only the latest vote speaks. */
    List<String> objections() {
        if (decidesByLatest()) {
            return latest().filter(Ballot::objects).map(Ballot::reviewer).stream()
                    .toList();
        }
        return filled().filter(Ballot::objects).map(Ballot::reviewer).distinct().toList();
    }

    boolean isSatisfied() {
        if (!objections().isEmpty() || isBroken()) {
            return false;
        }
        var approvals = approvals();
        return switch (stage.mode()) {
            case ANY, LABEL -> latest().filter(this::approves).isPresent();
            case ALL -> approvals > 0 && approvals == voting();
            case QUORUM -> approvals > 0 && approvals >= needed();
            case LEAD -> approvals > 0;
        };
    }

    boolean approvesWithNotes() {
        var speaking = decidesByLatest() ? latest().stream() : filled();
        return speaking.anyMatch(ballot -> ballot.choice() == Choice.APPROVE_WITH_NOTES && approves(ballot));
    }

    List<Selector> awaiting() {
        if (isBroken()) {
            return List.of();
        }
        if (decidesByLatest()) {
            return stage.reviewers();
        }
        return missing().stream()
                .flatMap(seat -> Stream.concat(
                        Stream.of(seat),
                        Optional.ofNullable(hearing.delegations().get(seat)).stream()))
                .distinct()
                .map(Selector::user)
                .toList();
    }

    StageExplanation explain() {
        if (!applies()) {
            return explained(Status.NOT_APPLICABLE, List.of(), List.of(), "does not apply to this work");
        }
        if (isBroken()) {
            return explained(Status.ERROR, List.of(), List.of(), brokenness());
        }
        var objections = objections();
        if (!objections.isEmpty()) {
            return blocked(objections, "changes requested by " + String.join(", ", objections));
        }
        return isSatisfied()
                ? explained(Status.SATISFIED, List.of(), List.of(), satisfaction())
                : explained(Status.UNSATISFIED, waitingFor(), List.of(), waiting());
    }

    StageExplanation blocked(List<String> by, String text) {
        return explained(Status.UNSATISFIED, List.of(), by, text);
    }

    private StageExplanation explained(Status status, List<String> waitingFor, List<String> blockedBy, String text) {
        return new StageExplanation(
                stage.name(),
                status,
                need(),
                approvals(),
                waitingFor,
                blockedBy,
                "%s: %s".formatted(stage.name(), text));
    }

    private boolean decidesByLatest() {
        return stage.mode() == Mode.ANY || stage.mode() == Mode.LABEL;
    }

    private boolean isBroken() {
        return seats.isEmpty()
                || stage.quorum()
                        .filter(quorum -> quorum.isBeyond(seats.size()))
                        .isPresent();
    }

    private String brokenness() {
        return seats.isEmpty()
                ? "the policy selects nobody"
                : "the policy asks for %d approvals and selects %d people".formatted(needed(), seats.size());
    }

    private Stream<Ballot> filled() {
        return seats.values().stream().flatMap(Optional::stream).distinct();
    }

    /** The vote that was cast last, of those who did not abstain. */
    private Optional<Ballot> latest() {
        return filled().filter(ballot -> ballot.choice() != Choice.ABSTAIN)
                .max((one, other) -> Integer.compare(
                        hearing.ballots().indexOf(one), hearing.ballots().indexOf(other)));
    }

    private boolean approves(Ballot ballot) {
        return ballot.choice().approves()
                && (!stage.requireSeen() || hearing.seenBy().contains(ballot.reviewer()));
    }

    private int approvals() {
        return (int) seats.values().stream()
                .filter(seat -> seat.filter(this::approves).isPresent())
                .count();
    }

    /** How many are still asked: everybody but those who abstain. */
    private int voting() {
        return (int) seats.values().stream()
                .filter(seat ->
                        seat.filter(ballot -> ballot.choice() == Choice.ABSTAIN).isEmpty())
                .count();
    }

    private int needed() {
        return stage.quorum().map(quorum -> quorum.outOf(voting())).orElse(voting());
    }

    private List<String> missing() {
        return seats.entrySet().stream()
                .filter(seat -> seat.getValue()
                        .filter(ballot -> ballot.choice() == Choice.ABSTAIN || approves(ballot))
                        .isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> abstaining() {
        return seats.entrySet().stream()
                .filter(seat -> seat.getValue()
                        .filter(ballot -> ballot.choice() == Choice.ABSTAIN)
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<String> waitingFor() {
        return decidesByLatest() ? List.of() : missing();
    }

    private String need() {
        return switch (stage.mode()) {
            case ANY -> "any " + selection();
            case ALL -> "all of %d".formatted(voting());
            case QUORUM -> "%d of %d".formatted(needed(), voting());
            case LEAD -> "a lead";
            case LABEL -> "the check " + stage.label().orElseThrow();
        };
    }

    private String selection() {
        return String.join(
                " or ", stage.reviewers().stream().map(Selector::words).toList());
    }

    private String satisfaction() {
        return switch (stage.mode()) {
            case ANY, LABEL -> {
                var decisive = latest().orElseThrow();
                yield (decisive.choice() == Choice.APPROVE ? "approved by " : "approved with notes by ")
                        + decisive.reviewer();
            }
            case ALL, QUORUM, LEAD -> counted();
        };
    }

    private String waiting() {
        var abstaining = abstaining();
        var abstained = abstaining.isEmpty() ? "" : "; %s abstained".formatted(String.join(", ", abstaining));
        return switch (stage.mode()) {
            case ANY ->
                "waiting for any %s%s%s".formatted(abstaining.isEmpty() ? "" : "other ", selection(), abstained);
            case LABEL -> "waiting for the check " + stage.label().orElseThrow();
            case ALL, QUORUM, LEAD -> {
                var missing = missing();
                var whom = missing.isEmpty() ? "nobody is left to ask" : "waiting for " + String.join(", ", missing);
                yield "%s; %s%s".formatted(counted(), whom, abstained);
            }
        };
    }

    private String counted() {
        return switch (stage.mode()) {
            case LEAD -> approvals() == 0 ? "no lead has approved" : "approved by a lead";
            case ANY, ALL, QUORUM, LABEL ->
                needed() == 1
                        ? "%d of 1 approval".formatted(approvals())
                        : "%d of %d approvals".formatted(approvals(), needed());
        };
    }
}
