package dev.rushlight.policy;

import static dev.rushlight.policy.Choice.ABSTAIN;
import static dev.rushlight.policy.Choice.APPROVE;
import static dev.rushlight.policy.Choice.APPROVE_WITH_NOTES;
import static dev.rushlight.policy.Choice.REJECT;
import static dev.rushlight.policy.Choice.REQUEST_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rushlight.policy.StageExplanation.Status;
import org.junit.jupiter.api.Test;

/**
 * The truth table of the semantics, row by row: ALL of {A, B}, L a lead, X an outsider. Of rows that are about storing and
 * refusing, here is what the policy makes of the votes that are left in force.
 */
class TruthTableTest {

    private static final Policy BOTH =
            Policy.of("both", "Both decide", Stage.of("Supervision", Mode.ALL, Selector.user("a"), Selector.user("b")));

    private final Courtroom room = Courtroom.ofTheTruthTable();

    @Test
    void row1NobodyVoted() {
        expect(Outcome.PENDING, "Supervision: 0 of 2 approvals; waiting for a, b");
        assertThat(room.awaitedBy(BOTH)).containsExactly("user:a", "user:b");
    }

    @Test
    void row2OneLooked() {
        room.looks("a");
        expect(Outcome.IN_REVIEW, "Supervision: 0 of 2 approvals; waiting for a, b");
    }

    @Test
    void row3OneApproves() {
        room.votes("a", APPROVE);
        expect(Outcome.IN_REVIEW, "Supervision: 1 of 2 approvals; waiting for b");
        assertThat(room.awaitedBy(BOTH)).containsExactly("user:b");
    }

    @Test
    void row4BothApprove() {
        room.votes("a", APPROVE).votes("b", APPROVE);
        expect(Outcome.APPROVED, "Supervision: 2 of 2 approvals");
    }

    @Test
    void row5OneApprovesWithNotes() {
        room.votes("a", APPROVE).votes("b", APPROVE_WITH_NOTES);
        expect(Outcome.APPROVED_WITH_NOTES, "Supervision: 2 of 2 approvals");
    }

    @Test
    void row6OneRequestsChanges() {
        room.votes("a", APPROVE).votes("b", REQUEST_CHANGES);
        expect(Outcome.CHANGES_REQUESTED, "Supervision: 1 of 2 approvals · blocked by b: request changes");
    }

    @Test
    void row7TheLastVoteOfEachIsInForce() {
        room.votes("a", APPROVE).votes("b", REQUEST_CHANGES).votes("b", APPROVE);
        expect(Outcome.APPROVED, "Supervision: 2 of 2 approvals");
    }

    @Test
    void row8WhoAbstainsIsNotAskedAnyMore() {
        room.votes("a", APPROVE).votes("b", ABSTAIN);
        expect(Outcome.APPROVED, "Supervision: 1 of 1 approval; b abstained");
        assertThat(room.outcomeBy(BOTH.withoutAbstaining())).isEqualTo(Outcome.IN_REVIEW);
    }

    @Test
    void row9NothingIsApprovedByAbstaining() {
        room.votes("a", ABSTAIN).votes("b", ABSTAIN);
        expect(Outcome.IN_REVIEW, "Supervision: 0 of 1 approval; nobody is left to ask; a, b abstained");
    }

    @Test
    void row10TheLeadsRejectionIsAVeto() {
        room.votes("a", APPROVE).votes("l", REJECT).votes("b", APPROVE);
        expect(Outcome.REJECTED, "Supervision: 2 of 2 approvals · blocked by l: reject (only they can lift it)");
        assertThat(BOTH.vetoes(room.hearing())).containsExactly("l");
    }

    @Test
    void row11AnOutsiderAdvises() {
        room.votes("a", APPROVE).votes("b", APPROVE).votes("x", REQUEST_CHANGES);
        expect(Outcome.APPROVED, "Supervision: 2 of 2 approvals", "Advice: x would change something, but is not asked");
    }

    @Test
    void row12AnApprovalOfOnesOwnWorkDoesNotCount() {
        room.submittedBy("a").votes("a", APPROVE);
        expect(
                Outcome.PENDING,
                "Supervision: 0 of 1 approval; waiting for b; a submitted this, so their vote does not count");
        room.votes("b", APPROVE);
        expect(Outcome.APPROVED, "Supervision: 1 of 1 approval; a submitted this, so their vote does not count");
        assertThat(room.explainedBy(BOTH.withSelfApproval())).containsExactly("Supervision: 2 of 2 approvals");
    }

    @Test
    void row13APolicyThatSelectsNobodyApprovesNothing() {
        var nobody = Policy.of(
                "nobody", "Nobody decides", Stage.of("Supervision", Mode.ALL, Selector.function("vfx_supervisor")));
        room.votes("a", APPROVE).votes("l", APPROVE).looks("a");
        assertThat(room.outcomeBy(nobody)).isEqualTo(Outcome.IN_REVIEW);
        assertThat(room.judgedBy(nobody).explanation()).singleElement().satisfies(stage -> {
            assertThat(stage.status()).isEqualTo(Status.ERROR);
            assertThat(stage.text()).isEqualTo("Supervision: the policy selects nobody");
        });
    }

    @Test
    void row14AnApprovalEndsWithItsVersion() {
        room.votes("a", APPROVE).votes("b", APPROVE).aside(SideState.SUPERSEDED);
        expect(Outcome.SUPERSEDED, "Supervision: 2 of 2 approvals");
        assertThat(Courtroom.ofTheTruthTable().outcomeBy(BOTH)).isEqualTo(Outcome.PENDING);
    }

    @Test
    void row15AVetoStaysOnTheLineOrEndsWithItsVersion() {
        room.carrying("l", 3);
        var keeping = BOTH.onNewVersion(OnNewVersion.KEEP_VETO);
        assertThat(room.outcomeBy(keeping)).isEqualTo(Outcome.REJECTED);
        assertThat(room.explainedBy(keeping))
                .containsExactly("Supervision: 0 of 2 approvals; waiting for a, b · blocked by l: reject on version 3"
                        + " (only they can lift it)");
        expect(Outcome.PENDING, "Supervision: 0 of 2 approvals; waiting for a, b");
    }

    @Test
    void row16TheVoteOfSomebodyWhoLeftStays() {
        room.votes("a", APPROVE).leaves("a");
        expect(Outcome.IN_REVIEW, "Supervision: 1 of 2 approvals; waiting for b");
        room.votes("b", APPROVE);
        expect(Outcome.APPROVED, "Supervision: 2 of 2 approvals");
    }

    @Test
    void row17EachRevisionJudgesByItsOwnRules() {
        var changed = Policy.of("both", "Any decides", Stage.of("Supervision", Mode.ANY, Selector.user("a")))
                .revision(2);
        room.votes("a", APPROVE);
        assertThat(room.outcomeBy(BOTH)).isEqualTo(Outcome.IN_REVIEW);
        assertThat(room.outcomeBy(changed)).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void row18TheSameVoteTwiceIsOne() {
        room.votes("a", APPROVE);
        var once = room.judgedBy(BOTH);
        room.votes("a", APPROVE);
        assertThat(room.judgedBy(BOTH)).isEqualTo(once);
    }

    @Test
    void row19WhoeverOfTwoIsFirst() {
        room.votes("a", APPROVE).votes("b", APPROVE);
        var otherWayRound = Courtroom.ofTheTruthTable().votes("b", APPROVE).votes("a", APPROVE);
        assertThat(room.judgedBy(BOTH)).isEqualTo(otherWayRound.judgedBy(BOTH));
    }

    @Test
    void row20AReopenedVersionIsInReviewAlthoughNoneOfItsVotesIsInForce() {
        room.looks("l");
        expect(Outcome.IN_REVIEW, "Supervision: 0 of 2 approvals; waiting for a, b");
    }

    private void expect(Outcome outcome, String... explanation) {
        assertThat(room.explainedBy(BOTH)).containsExactly(explanation);
        assertThat(room.outcomeBy(BOTH)).isEqualTo(outcome);
        assertThat(room.judgedBy(BOTH).awaiting().isEmpty())
                .isEqualTo(
                        outcome.isVerdict() || outcome.isClosed() || explanation[0].contains("nobody is left to ask"));
    }
}
