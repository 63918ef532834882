package dev.rushlight.review;

import static dev.rushlight.policy.Choice.ABSTAIN;
import static dev.rushlight.policy.Choice.APPROVE;
import static dev.rushlight.policy.Choice.APPROVE_WITH_NOTES;
import static dev.rushlight.policy.Choice.REJECT;
import static dev.rushlight.policy.Choice.REQUEST_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Database;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class VotingTest {

    private final Database database;
    private ReviewBench bench;
    private Identity maria;
    private Identity tom;
    private Identity lena;
    private ReviewItemId item;

    VotingTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void submitSomething() {
        bench = new ReviewBench(database);
        maria = bench.somebody("maria", Role.REVIEWER);
        tom = bench.somebody("tom", Role.REVIEWER);
        lena = bench.somebody("lena", Role.LEAD);
        item = bench.submitted("sh010");
        bench.deliverEverything();
    }

    @Test
    void aVoteThatChangesTheOutcomeIsADecision() {
        var decision = bench.vote(maria, item, 1, REQUEST_CHANGES, "  Edge flicker \0on the left rail ")
                .orElseThrow();

        assertThat(outcome()).isEqualTo(Outcome.CHANGES_REQUESTED);
        var recorded = bench.decision(decision);
        assertThat(recorded.outcome()).isEqualTo(Outcome.CHANGES_REQUESTED);
        assertThat(recorded.previousOutcome()).isEqualTo(Outcome.PENDING);
        assertThat(recorded.sequence()).isEqualTo(1);
        assertThat(recorded.cause()).isEqualTo(Cause.VOTE);
        assertThat(recorded.reason()).contains("Edge flicker on the left rail");
        assertThat(recorded.actor()).isEqualTo(new Actor(maria.id(), maria.username(), "maria", Role.REVIEWER));
        assertThat(recorded.votes())
                .containsExactly(
                        new DecidedVote(maria.username(), Role.REVIEWER, REQUEST_CHANGES, bench.clock.instant()));
        assertThat(recorded.explanation())
                .singleElement()
                .satisfies(stage ->
                        assertThat(stage.text()).isEqualTo("Review: changes requested by " + maria.username()));
    }

    @Test
    void theDecisionIsHeldForTheGraceAndThenOwedUnderItsOwnId() {
        var decision = bench.vote(maria, item, APPROVE).orElseThrow();

        assertThat(bench.claim()).isEmpty();
        assertThat(delivery().state()).isEqualTo(DeliveryState.HELD);
        assertThat(delivery().heldUntil()).contains(bench.clock.instant().plus(ReviewBench.GRACE));
        assertThat(bench.nextDue()).contains(bench.clock.instant().plus(ReviewBench.GRACE));

        bench.clock.advance(ReviewBench.GRACE);

        assertThat(delivery().state()).isEqualTo(DeliveryState.PUBLISHING);
        var owed = bench.deliverEverything();
        assertThat(owed).extracting(event -> event.kind()).containsExactly(OwedKind.DECISION, OwedKind.VOTE_RECORDED);
        assertThat(owed).first().satisfies(event -> {
            assertThat(event.subject()).contains(decision.value());
            assertThat(event.eventId()).isEqualTo(decision.toString());
        });
        assertThat(delivery().state()).isEqualTo(DeliveryState.DELIVERED);
        assertThat(delivery().acknowledgedAt()).contains(bench.clock.instant());
    }

    @Test
    void withoutGraceTheDecisionIsOwedAtOnce() {
        var hasty = new ReviewBench(database, Duration.ZERO);
        var work = hasty.submitted("sh010");
        hasty.deliverEverything();

        hasty.vote(maria, work, APPROVE);

        assertThat(hasty.claim()).hasSize(1);
    }

    @Test
    void theRecordOfADecisionNeverChanges() {
        var decision = bench.vote(maria, item, APPROVE).orElseThrow();
        var before = bench.decision(decision);

        bench.vote(tom, item, REQUEST_CHANGES);
        bench.submit(bench.submission("sh010").build());

        assertThat(bench.decision(decision)).isEqualTo(before);
    }

    @Test
    void aVoteThatChangesNothingIsStillStored() {
        bench.vote(maria, item, APPROVE);

        assertThat(bench.vote(tom, item, APPROVE)).isEmpty();
        assertThat(votes()).extracting(VoteDetail::inForce).containsExactly(true, true);
    }

    @Test
    void abstainingIsNoDecision() {
        assertThat(bench.vote(maria, item, 1, ABSTAIN, "")).isEmpty();
        assertThat(outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(bench.detail(item).decisions()).isEmpty();
    }

    @Test
    void onlyTheLatestVoteOfAReviewerIsInForce() {
        bench.vote(maria, item, APPROVE);
        bench.vote(maria, item, REQUEST_CHANGES);

        assertThat(outcome()).isEqualTo(Outcome.CHANGES_REQUESTED);
        assertThat(votes()).extracting(VoteDetail::inForce).containsExactly(false, true);
        assertThat(votes()).extracting(VoteDetail::revoked).containsExactly(false, false);
        assertThat(bench.detail(item).decisions())
                .extracting(DecisionDetail::sequence)
                .containsExactly(2L, 1L);
    }

    @Test
    void aLeadsRejectionSticksUntilTheLeadVotesAgain() {
        bench.vote(lena, item, REJECT);

        assertThat(bench.vote(maria, item, APPROVE)).isEmpty();
        assertThat(outcome()).isEqualTo(Outcome.REJECTED);
        bench.vote(lena, item, 1, ABSTAIN, "");
        assertThat(outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void anybodyElsesRejectionRequestsChanges() {
        bench.vote(maria, item, REJECT);

        assertThat(outcome()).isEqualTo(Outcome.CHANGES_REQUESTED);
    }

    @Test
    void aVoteKeepsTheRoleOfItsMoment() {
        bench.vote(lena, item, REJECT);
        var demoted = new Identity(lena.id(), lena.username(), "Lena M.", Role.REVIEWER);
        bench.vote(maria, item, APPROVE);

        assertThat(outcome()).isEqualTo(Outcome.REJECTED);
        bench.vote(demoted, item, REJECT);
        assertThat(outcome()).isEqualTo(Outcome.CHANGES_REQUESTED);
        assertThat(votes()).extracting(VoteDetail::role).containsExactly(Role.LEAD, Role.REVIEWER, Role.REVIEWER);
    }

    @Test
    void aViewerMayNotVote() {
        var visitor = bench.somebody("visitor", Role.VIEWER);

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> bench.vote(visitor, item, APPROVE));
        assertThat(votes()).isEmpty();
    }

    @Test
    void aVoteOnAnOldVersionIsRefused() {
        bench.submit(bench.submission("sh010").version(3).build());

        assertThatExceptionOfType(StaleVersion.class)
                .isThrownBy(() -> bench.vote(maria, item, 2, APPROVE, ""))
                .withMessage("Version 2 was reviewed, but version 3 is current");
    }

    @Test
    void aVoteOnNothingIsRefused() {
        assertThatExceptionOfType(NoSuchReviewItem.class)
                .isThrownBy(() -> bench.vote(maria, new ReviewItemId(UUID.randomUUID()), APPROVE));
    }

    @Test
    void aHardChoiceNeedsAReason() {
        for (var choice : List.of(APPROVE_WITH_NOTES, REQUEST_CHANGES, REJECT)) {
            assertThatExceptionOfType(ReasonMissing.class).isThrownBy(() -> bench.vote(maria, item, 1, choice, " \n "));
        }
        assertThatExceptionOfType(ReasonTooLong.class)
                .isThrownBy(() -> bench.vote(maria, item, 1, APPROVE, "x".repeat(10_001)))
                .withMessage("A reason may have 10000 characters, not 10001");
        assertThat(bench.vote(maria, item, 1, APPROVE, "x".repeat(10_000))).isPresent();
    }

    @Test
    void anUndoneVoteLeavesNoTraceOutside() {
        var decision = bench.vote(maria, item, REQUEST_CHANGES).orElseThrow();

        bench.undo(maria, decision);
        bench.clock.advance(ReviewBench.GRACE);

        assertThat(bench.claim()).isEmpty();
        assertThat(bench.deliverEverything()).isEmpty();
        assertThat(outcome()).isEqualTo(Outcome.PENDING);
        assertThat(votes()).singleElement().satisfies(vote -> {
            assertThat(vote.revoked()).isTrue();
            assertThat(vote.inForce()).isFalse();
        });
        var decisions = bench.detail(item).decisions();
        assertThat(decisions).extracting(DecisionDetail::cause).containsExactly(Cause.REVOKE, Cause.VOTE);
        assertThat(decisions).extracting(DecisionDetail::sequence).containsExactly(2L, 1L);
        assertThat(decisions.get(0).delivery()).isEmpty();
        assertThat(decisions.get(0).outcome()).isEqualTo(Outcome.PENDING);
        assertThat(decisions.get(1).delivery().orElseThrow().state()).isEqualTo(DeliveryState.UNDONE);
    }

    @Test
    void anUndoBringsTheVoteBeforeBackIntoForce() {
        bench.vote(maria, item, APPROVE);
        var hasty = bench.vote(maria, item, REQUEST_CHANGES).orElseThrow();

        bench.undo(maria, hasty);
        bench.clock.advance(ReviewBench.GRACE);

        assertThat(outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(tellings()).containsExactly(Outcome.APPROVED);
    }

    @Test
    void anUndoTakesBackWhatTheVoterSaidSince() {
        var decision = bench.vote(maria, item, APPROVE).orElseThrow();
        bench.vote(maria, item, 1, APPROVE, "really");

        bench.undo(maria, decision);

        assertThat(outcome()).isEqualTo(Outcome.PENDING);
    }

    @Test
    void theVotesOfOthersAreToldWhenTheirsWasUndone() {
        var decision = bench.vote(maria, item, APPROVE).orElseThrow();
        bench.vote(tom, item, APPROVE);

        bench.undo(maria, decision);

        assertThat(outcome()).isEqualTo(Outcome.APPROVED);
        bench.clock.advance(ReviewBench.GRACE);
        var told = bench.deliverEverything();
        assertThat(told).extracting(event -> event.kind()).containsExactly(OwedKind.VOTE_RECORDED, OwedKind.DECISION);
        assertThat(told).last().satisfies(event -> {
            var record = bench.decision(new DecisionId(event.subject().orElseThrow()));
            assertThat(record.cause()).isEqualTo(Cause.REVOKE);
            assertThat(record.outcome()).isEqualTo(Outcome.APPROVED);
            assertThat(record.votes()).extracting(DecidedVote::username).containsExactly(tom.username());
        });
    }

    @Test
    void onlyTheNewestDecisionOfALineCanBeUndone() {
        var first = bench.vote(maria, item, APPROVE).orElseThrow();
        var second = bench.vote(tom, item, REQUEST_CHANGES).orElseThrow();

        assertThatExceptionOfType(TooLateToUndo.class).isThrownBy(() -> bench.undo(maria, first));
        bench.undo(tom, second);
        bench.undo(maria, first);

        assertThat(outcome()).isEqualTo(Outcome.PENDING);
        bench.clock.advance(ReviewBench.GRACE);
        assertThat(tellings()).isEmpty();
    }

    @Test
    void nobodyUndoesForAnother() {
        var decision = bench.vote(maria, item, APPROVE).orElseThrow();

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> bench.undo(tom, decision));
    }

    @Test
    void afterTheGraceItIsTooLate() {
        var decision = bench.vote(maria, item, APPROVE).orElseThrow();
        bench.clock.advance(ReviewBench.GRACE);

        assertThatExceptionOfType(TooLateToUndo.class).isThrownBy(() -> bench.undo(maria, decision));
        assertThat(outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(votes()).noneMatch(VoteDetail::revoked);
    }

    @Test
    void whatWasUndoneCannotBeUndoneAgain() {
        var decision = bench.vote(maria, item, APPROVE).orElseThrow();
        bench.undo(maria, decision);

        assertThatExceptionOfType(TooLateToUndo.class).isThrownBy(() -> bench.undo(maria, decision));
    }

    @Test
    void aSupersededVersionIsClosed() {
        var decision = bench.vote(maria, item, APPROVE).orElseThrow();
        bench.submit(bench.submission("sh010").build());

        assertThatExceptionOfType(VersionClosed.class)
                .isThrownBy(() -> bench.undo(maria, decision))
                .withMessage("Version 1 takes no votes: it is SUPERSEDED");
        bench.clock.advance(ReviewBench.GRACE);
        assertThat(tellings()).containsExactly(Outcome.APPROVED);
    }

    @Test
    void oneLinesEventsLeaveOneAfterTheOther() {
        bench.vote(maria, item, REQUEST_CHANGES);
        bench.clock.advance(ReviewBench.GRACE);
        bench.vote(tom, item, APPROVE);
        bench.submit(bench.submission("sh010").build());

        var first = bench.claim();
        assertThat(first).extracting(event -> event.kind()).containsExactly(OwedKind.DECISION, OwedKind.RECEIPT);
        assertThat(bench.claim()).isEmpty();

        bench.acknowledged(first.subList(0, 1));
        var second = bench.claim();
        assertThat(second).extracting(event -> event.kind()).containsExactly(OwedKind.VOTE_RECORDED);
        bench.acknowledged(second);
        assertThat(bench.claim()).isEmpty();
        bench.clock.advance(ReviewBench.GRACE);
        assertThat(bench.deliverEverything())
                .extracting(event -> event.kind())
                .containsExactly(
                        OwedKind.DECISION, OwedKind.VOTE_RECORDED, OwedKind.ITEM_SUPERSEDED, OwedKind.ITEM_RECEIVED);
    }

    @Test
    void everyStepOfADeliveryIsNews() {
        bench.vote(maria, item, APPROVE);
        bench.clock.advance(ReviewBench.GRACE);
        var before = bench.exchange.moves.heard().size();

        bench.deliverEverything();

        assertThat(bench.exchange
                        .moves
                        .heard()
                        .subList(before, bench.exchange.moves.heard().size()))
                .hasSize(4)
                .allMatch(move -> move.line().equals(item.value()));
    }

    @Test
    void theQueueShowsTheDeliveryOfTheLastDecision() {
        assertThat(row().delivery()).isEmpty();
        bench.vote(maria, item, APPROVE);
        assertThat(row().delivery()).contains(DeliveryState.HELD);
        bench.clock.advance(ReviewBench.GRACE);
        var owed = bench.claim().get(0);
        assertThat(row().delivery()).contains(DeliveryState.PUBLISHING);
        bench.released(owed, "connection lost");
        assertThat(row().delivery()).contains(DeliveryState.RETRYING);
        assertThat(delivery().lastError()).contains("connection lost");
        assertThat(delivery().attempts()).isEqualTo(1);
    }

    private ReviewItemSummary row() {
        return bench.queue(queue -> queue.find(bench.nobody(), item)).orElseThrow();
    }

    private DecisionDelivery delivery() {
        return bench.detail(item).decisions().get(0).delivery().orElseThrow();
    }

    private Outcome outcome() {
        var detail = bench.detail(item);
        assertThat(detail.outcome()).isEqualTo(detail.versions().get(0).outcome());
        return detail.outcome();
    }

    private List<VoteDetail> votes() {
        return bench.detail(item).versions().get(0).votes();
    }

    /** The outcomes that the hub is told from now on. */
    private List<Outcome> tellings() {
        return bench.deliverEverything().stream()
                .filter(event -> event.kind() == OwedKind.DECISION)
                .map(event -> bench.decision(new DecisionId(event.subject().orElseThrow())))
                .map(DecisionRecord::outcome)
                .toList();
    }
}
