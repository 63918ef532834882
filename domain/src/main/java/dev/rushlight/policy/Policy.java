package dev.rushlight.policy;

import java.util.List;

/**
 * One revision of the rules that turn votes into an outcome: a pure function, pinned to a version when it comes in.
 * Its one stage is open to every reviewer and lead; the latest of their votes decides, and a lead's rejection is a veto.
 */
public record Policy(String id, int revision, String name, String stage) {

    public static Policy firstThatShips() {
        return new Policy("any-reviewer", 1, "Any reviewer decides", "Review");
    }

    /** The revision that was pinned to a version; none is ever forgotten. */
    public static Policy pinned(String id, int revision) {
        var policy = firstThatShips();
        if (!policy.id().equals(id) || policy.revision() != revision) {
            throw new IllegalArgumentException("There is no revision %d of the policy %s".formatted(revision, id));
        }
        return policy;
    }

    /** Takes each reviewer's vote in force, in the order in which they were cast. */
    public Judgement judge(List<Ballot> inForceInCastOrder) {
        var vetoes = inForceInCastOrder.stream()
                .filter(Ballot::isVeto)
                .map(Ballot::reviewer)
                .toList();
        if (!vetoes.isEmpty()) {
            return blocked(
                    Outcome.REJECTED,
                    approvals(inForceInCastOrder),
                    vetoes,
                    "rejected by %s; only they can lift it".formatted(String.join(", ", vetoes)));
        }
        var counted = inForceInCastOrder.stream()
                .filter(ballot -> ballot.choice() != Choice.ABSTAIN)
                .toList();
        if (counted.isEmpty()) {
            return waiting(inForceInCastOrder);
        }
        var decisive = counted.get(counted.size() - 1);
        var by = decisive.reviewer();
        return switch (decisive.choice()) {
            case APPROVE -> satisfied(Outcome.APPROVED, approvals(counted), "approved by " + by);
            case APPROVE_WITH_NOTES ->
                satisfied(Outcome.APPROVED_WITH_NOTES, approvals(counted), "approved with notes by " + by);
            case REQUEST_CHANGES, REJECT, ABSTAIN ->
                blocked(Outcome.CHANGES_REQUESTED, approvals(counted), List.of(by), "changes requested by " + by);
        };
    }

    private static int approvals(List<Ballot> ballots) {
        return (int)
                ballots.stream().filter(ballot -> ballot.choice().approves()).count();
    }

    private Judgement waiting(List<Ballot> abstentions) {
        if (abstentions.isEmpty()) {
            return new Judgement(
                    Outcome.PENDING,
                    explained(StageExplanation.Status.UNSATISFIED, 0, List.of(), "waiting for any reviewer"));
        }
        var who = String.join(", ", abstentions.stream().map(Ballot::reviewer).toList());
        return new Judgement(
                Outcome.IN_REVIEW,
                explained(
                        StageExplanation.Status.UNSATISFIED,
                        0,
                        List.of(),
                        "waiting for any other reviewer; %s abstained".formatted(who)));
    }

    private Judgement satisfied(Outcome outcome, int approvals, String text) {
        return new Judgement(outcome, explained(StageExplanation.Status.SATISFIED, approvals, List.of(), text));
    }

    private Judgement blocked(Outcome outcome, int approvals, List<String> blockedBy, String text) {
        return new Judgement(outcome, explained(StageExplanation.Status.UNSATISFIED, approvals, blockedBy, text));
    }

    private List<StageExplanation> explained(
            StageExplanation.Status status, int have, List<String> blockedBy, String text) {
        return List.of(new StageExplanation(
                stage, status, "any reviewer", have, List.of(), blockedBy, "%s: %s".formatted(stage, text)));
    }
}
