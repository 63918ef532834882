package dev.rushlight.review;

import static dev.rushlight.policy.Choice.ABSTAIN;
import static dev.rushlight.policy.Choice.APPROVE;
import static dev.rushlight.policy.Choice.APPROVE_WITH_NOTES;
import static dev.rushlight.policy.Choice.REJECT;
import static dev.rushlight.policy.Choice.REQUEST_CHANGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Database;
import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Mode;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.Selector;
import dev.rushlight.policy.Stage;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What reviewers do with their own votes, under policies of several kinds. */
@ParameterizedClass
@EnumSource(Database.class)
class LifeCycleTest {

    private final Database database;
    private ReviewBench bench;
    private Identity maria;
    private Identity tom;
    private Identity lena;
    private ReviewItemId item;

    LifeCycleTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void submitSomething() {
        bench = new ReviewBench(database);
        maria = bench.somebody("maria", Role.REVIEWER);
        tom = bench.somebody("tom", Role.REVIEWER);
        lena = bench.somebody("lena", Role.LEAD);
        item = bench.submitted("sh010", both(UnaryOperator.identity()));
        bench.deliverEverything();
    }

    private Policy both(UnaryOperator<Policy> how) {
        return bench.policy(
                how, Stage.of("Supervision", Mode.ALL, Selector.user(maria.username()), Selector.user(tom.username())));
    }

    @Test
    void thePinnedPolicyJudgesAndSaysWhomItWaitsFor() {
        assertThat(bench.awaited(item)).containsExactly("user:" + maria.username(), "user:" + tom.username());

        assertThat(bench.vote(maria, item, APPROVE)).isEmpty();

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(bench.current(item).explanation().get(0).text())
                .isEqualTo("Supervision: 1 of 2 approvals; waiting for " + tom.username());
        assertThat(bench.awaited(item)).containsExactly("user:" + tom.username());
        assertThat(bench.vote(tom, item, 1, APPROVE_WITH_NOTES, "grain")).isPresent();
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED_WITH_NOTES);
        assertThat(bench.awaited(item)).isEmpty();
    }

    @Test
    void aVoteAfterTheGraceOfAFinalOutcomeIsLate() {
        approve();
        bench.clock.advance(ReviewBench.GRACE);
        bench.deliverEverything();

        var verdict = bench.cast(lena, item, 1, REJECT, "wrong shot");

        assertThat(verdict).isEqualTo(new Verdict(Outcome.APPROVED, Optional.empty(), true));
        assertThat(bench.voteOf(lena, item).standing()).isEqualTo(VoteStanding.LATE);
        assertThat(bench.voteOf(lena, item).inForce()).isFalse();
        assertThat(bench.current(item).isFinal()).isTrue();
        assertThat(bench.tellings()).isEmpty();
    }

    @Test
    void withinTheGraceAVoteStillCounts() {
        approve();

        assertThat(bench.cast(tom, item, 1, REQUEST_CHANGES, "edges").late()).isFalse();
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.CHANGES_REQUESTED);
    }

    @Test
    void requestedChangesAreNeverFinal() {
        bench.vote(maria, item, APPROVE);
        bench.vote(tom, item, 1, REQUEST_CHANGES, "edges");
        bench.clock.advance(ReviewBench.GRACE.multipliedBy(100));

        bench.vote(tom, item, APPROVE);

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.tellings()).containsExactly(Outcome.CHANGES_REQUESTED, Outcome.APPROVED);
    }

    @Test
    void aRevokedVoteIsCompensatedLongAfterItWasTold() {
        var decision = approve();
        assertThat(bench.tellings()).containsExactly(Outcome.APPROVED);

        var verdict = bench.revoke(tom, bench.voteOf(tom, item).id());

        assertThat(verdict.outcome()).isEqualTo(Outcome.IN_REVIEW);
        var told = bench.decision(verdict.decision().orElseThrow());
        assertThat(told.cause()).isEqualTo(Cause.REVOKE);
        assertThat(told.previousOutcome()).isEqualTo(Outcome.APPROVED);
        assertThat(told.supersedes()).contains(decision);
        assertThat(told.votes()).extracting(DecidedVote::username).containsExactly(maria.username());
        assertThat(bench.tellings()).containsExactly(Outcome.IN_REVIEW);
        assertThat(bench.voteOf(tom, item).standing()).isEqualTo(VoteStanding.REVOKED);
        assertThat(bench.written(item)).endsWith("VOTE_REVOKED by tom", "DECIDED by tom");
        bench.vote(tom, item, APPROVE);
        assertThat(bench.tellings()).containsExactly(Outcome.APPROVED);
    }

    @Test
    void aRevokedVoteWithinTheGraceLeavesNoTraceOutside() {
        approve();

        bench.revoke(tom, bench.voteOf(tom, item).id());

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.IN_REVIEW);
        bench.clock.advance(ReviewBench.GRACE);
        assertThat(bench.deliverEverything()).extracting(event -> event.kind()).containsExactly(OwedKind.VOTE_RECORDED);
    }

    @Test
    void whoRevokesHasNoVoteLeft() {
        bench.vote(maria, item, APPROVE);
        bench.vote(maria, item, 1, REQUEST_CHANGES, "edges");

        bench.revoke(maria, bench.voteOf(maria, item).id());

        assertThat(bench.current(item).votes())
                .extracting(VoteDetail::standing)
                .containsExactly(VoteStanding.REVOKED, VoteStanding.REVOKED);
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.PENDING);
    }

    @Test
    void aVoteIsRevokedOnceAndByItsVoterOnly() {
        bench.vote(maria, item, APPROVE);
        var vote = bench.voteOf(maria, item).id();

        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> bench.revoke(lena, vote));
        bench.revoke(maria, vote);
        assertThatExceptionOfType(VoteTakenOut.class).isThrownBy(() -> bench.revoke(maria, vote));
        assertThatExceptionOfType(NoSuchVote.class)
                .isThrownBy(() -> bench.revoke(maria, new VoteId(UUID.randomUUID())));
    }

    @Test
    void aVoteOnASupersededVersionStaysAsItIs() {
        bench.vote(maria, item, APPROVE);
        var vote = bench.voteOf(maria, item).id();
        bench.submit(bench.submission("sh010").build());

        assertThatExceptionOfType(VersionClosed.class)
                .isThrownBy(() -> bench.revoke(maria, vote))
                .withMessage("Version 1 takes no votes: it is SUPERSEDED");
    }

    @Test
    void aRevokedLateVoteChangesNothing() {
        approve();
        bench.clock.advance(ReviewBench.GRACE);
        bench.cast(lena, item, 1, REJECT, "wrong shot");

        var verdict = bench.revoke(lena, bench.voteOf(lena, item).id());

        assertThat(verdict).isEqualTo(new Verdict(Outcome.APPROVED, Optional.empty(), false));
        assertThat(bench.voteOf(lena, item).standing()).isEqualTo(VoteStanding.REVOKED);
    }

    @Test
    void theSameRequestTwiceIsOneVoteAndOneAnswer() {
        var request = Request.of(UUID.randomUUID());
        bench.vote(maria, item, APPROVE);

        var first = bench.reviews(desk -> desk.vote(tom, item, 1, APPROVE, "", Optional.empty(), request));
        bench.vote(tom, item, 1, REQUEST_CHANGES, "edges");
        var again = bench.reviews(desk -> desk.vote(tom, item, 1, APPROVE, "", Optional.empty(), request));

        assertThat(again).isEqualTo(first);
        assertThat(first.decision()).isPresent();
        assertThat(bench.current(item).votes()).hasSize(3);
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.CHANGES_REQUESTED);
    }

    @Test
    void nobodyIsAnsweredWhatAnotherAsked() {
        var request = Request.of(UUID.randomUUID());

        bench.reviews(desk -> desk.vote(maria, item, 1, APPROVE, "", Optional.empty(), request));
        bench.reviews(desk -> desk.vote(tom, item, 1, APPROVE, "", Optional.empty(), request));

        assertThat(bench.current(item).votes()).hasSize(2);
    }

    @Test
    void aRevocationRepeatedChangesNothing() {
        bench.vote(maria, item, APPROVE);
        var vote = bench.voteOf(maria, item).id();
        var request = Request.of(UUID.randomUUID());

        var first = bench.reviews(desk -> desk.revoke(maria, vote, "mistake", request));

        var again = bench.reviews(desk -> desk.revoke(maria, vote, "mistake", request));
        assertThat(again).isEqualTo(first);
        assertThat(bench.voteOf(maria, item).ending())
                .contains(new VoteEnding(maria.username(), bench.clock.instant(), Optional.of("mistake")));
    }

    @Test
    void toHaveLookedIsNoDecisionAndNoApproval() {
        var before = bench.detail(item).updatedAt();
        bench.clock.advance(ReviewBench.GRACE);

        bench.seen(maria, item);
        bench.seen(maria, item);

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.IN_REVIEW);
        assertThat(bench.detail(item).updatedAt()).isEqualTo(before);
        assertThat(bench.current(item).seenBy()).containsExactly(maria.username());
        assertThat(bench.detail(item).decisions()).isEmpty();
        assertThat(bench.awaited(item)).hasSize(2);
    }

    @Test
    void anApprovalThatWaitsForALookCountsOnceItIsTaken() {
        var careful = bench.submitted(
                "sh060",
                bench.policy(
                        UnaryOperator.identity(),
                        Stage.of("Careful", Mode.ALL, Selector.user(maria.username()))
                                .seen()));
        bench.vote(maria, careful, APPROVE);
        assertThat(bench.detail(careful).outcome()).isEqualTo(Outcome.IN_REVIEW);

        bench.seen(maria, careful);

        assertThat(bench.detail(careful).outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.detail(careful).decisions())
                .extracting(DecisionDetail::cause)
                .containsExactly(Cause.SEEN);
        assertThat(bench.tellings()).containsExactly(Outcome.APPROVED);
    }

    @Test
    void whoMayNotVoteLeavesNoTraceByLooking() {
        bench.seen(bench.somebody("visitor", Role.VIEWER), item);
        bench.seen(bench.bot("qc"), item);

        assertThat(bench.current(item).seenBy()).isEmpty();
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.PENDING);
    }

    @Test
    void anOpenNoteIsReasonEnoughExceptForARejection() {
        assertThatExceptionOfType(ReasonMissing.class)
                .isThrownBy(() -> bench.vote(maria, item, 1, REQUEST_CHANGES, ""));

        bench.notes(maria, item, 1, 0);

        assertThatExceptionOfType(ReasonMissing.class).isThrownBy(() -> bench.vote(maria, item, 1, REJECT, ""));
        bench.vote(maria, item, 1, APPROVE_WITH_NOTES, "");
        bench.vote(tom, item, 1, REQUEST_CHANGES, "");
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.CHANGES_REQUESTED);
    }

    @Test
    void aBlockingNoteKeepsTheWorkFromBeingApproved() {
        bench.notes(maria, item, 1, 1);
        approve();

        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.IN_REVIEW);
        var verdict = bench.notes(maria, item, 0, 0);

        assertThat(verdict.outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.decision(verdict.decision().orElseThrow()).cause()).isEqualTo(Cause.NOTES);
        assertThat(bench.tellings()).containsExactly(Outcome.APPROVED);
    }

    @Test
    void aNoteAfterAFinalOutcomeIsForTheNextVersion() {
        approve();
        bench.clock.advance(ReviewBench.GRACE);

        assertThat(bench.notes(tom, item, 1, 1).decision()).isEmpty();
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.current(item).openBlockers()).isEqualTo(1);
    }

    @Test
    void whoMustTakeAStandCannotAbstain() {
        var strict = bench.submitted("sh020", both(Policy::withoutAbstaining));

        assertThatExceptionOfType(AbstainingNotAllowed.class)
                .isThrownBy(() -> bench.vote(maria, strict, 1, ABSTAIN, ""));
        bench.vote(maria, item, 1, ABSTAIN, "");
        bench.vote(tom, item, APPROVE);
        assertThat(bench.detail(item).outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void theAuthorsOwnApprovalCountsForNothing() {
        var policy = both(UnaryOperator.identity());
        var own = bench.submit(bench.submission("sh030")
                        .policy(policy.id())
                        .by(maria.username().toUpperCase())
                        .build())
                .item()
                .orElseThrow();

        bench.vote(maria, own, APPROVE);
        assertThat(bench.detail(own).outcome()).isEqualTo(Outcome.PENDING);
        bench.vote(tom, own, APPROVE);
        assertThat(bench.detail(own).outcome()).isEqualTo(Outcome.APPROVED);
    }

    @Test
    void aBotHasOneVoteForEachCheck() {
        var qc = bench.bot("qc");
        var policy = bench.policy(
                UnaryOperator.identity(),
                Stage.label("Black frames", "qc:black", Selector.user(qc.username())),
                Stage.label("Slate", "qc:slate", Selector.user(qc.username())));
        var checked = bench.submitted("sh040", policy);

        label(qc, checked, "qc:black", true);
        label(qc, checked, "qc:slate", false);
        assertThat(bench.detail(checked).outcome()).isEqualTo(Outcome.CHANGES_REQUESTED);
        label(qc, checked, "qc:slate", true);

        assertThat(bench.detail(checked).outcome()).isEqualTo(Outcome.APPROVED);
        assertThat(bench.current(checked).votes())
                .extracting(vote -> vote.label().orElse(""), VoteDetail::inForce)
                .containsExactly(tuple("qc:black", true), tuple("qc:slate", false), tuple("qc:slate", true));
    }

    @Test
    void onlyBotsVoteUnderALabel() {
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> label(lena, item, "qc:black", true));
        assertThatExceptionOfType(UnacceptableLabel.class).isThrownBy(() -> label(bench.bot("qc"), item, "\n", true));
    }

    @Test
    void aGuestIsAskedByFunctionAndNeverByRole() {
        var client = "client_" + UUID.randomUUID().toString().replace("-", "");
        var guest = bench.guest("Ada", client);
        var forAnybody = bench.submitted("sh050");
        var forClient = bench.submitted(
                "sh051",
                bench.policy(UnaryOperator.identity(), Stage.of("Client", Mode.ANY, Selector.function(client))));

        bench.vote(guest, forAnybody, APPROVE);
        bench.vote(guest, forClient, APPROVE);

        assertThat(bench.detail(forAnybody).outcome()).isEqualTo(Outcome.PENDING);
        assertThat(bench.detail(forClient).outcome()).isEqualTo(Outcome.APPROVED);
        var told = bench.decision(bench.detail(forClient).decisions().get(0).id());
        assertThat(told.actor().kind()).isEqualTo(PersonKind.GUEST);
        assertThat(told.actor().functions()).isEqualTo(Set.of(client));
    }

    @Test
    void everyVoteIsToldOnceTheGraceIsOver() {
        bench.vote(maria, item, 1, APPROVE, "lovely");

        assertThat(bench.claim()).isEmpty();
        bench.clock.advance(ReviewBench.GRACE);
        var owed = bench.deliverEverything();

        assertThat(owed).singleElement().satisfies(event -> {
            var vote = new VoteId(event.subject().orElseThrow());
            var recorded = bench.read(items -> items.recorded(vote));
            assertThat(recorded.eventId()).isEqualTo(event.eventId());
            assertThat(event.eventId()).isNotEqualTo(vote.toString());
            assertThat(recorded.actor().username()).isEqualTo(maria.username());
            assertThat(recorded.reason()).contains("lovely");
            assertThat(recorded.late()).isFalse();
            bench.revoke(maria, vote);
            var later = bench.read(items -> items.recorded(vote));
            assertThat(later).isEqualTo(recorded);
        });
    }

    @Test
    void whatWasSaidIsWrittenDown() {
        bench.reviews(desk -> desk.vote(
                maria,
                item,
                1,
                REJECT,
                "wrong shot",
                Optional.empty(),
                Request.plain().causedBy("ev-7")));

        assertThat(bench.written(item))
                .containsExactly("ITEM_SUBMITTED by artist", "VOTE_CAST by maria", "DECIDED by maria");
        var cast = bench.ledger.of(item.value()).get(1);
        assertThat(cast.act()).isEqualTo(Act.VOTE_CAST);
        assertThat(cast.reason()).contains("wrong shot");
        assertThat(cast.causeEventId()).contains("ev-7");
        assertThat(cast.author().role()).isEqualTo("REVIEWER");
        assertThat(cast.before()).isEmpty();
        assertThat(cast.after().getString("choice")).isEqualTo("REJECT");
        var decided = bench.ledger.last(item.value());
        assertThat(decided.before().getString("outcome")).isEqualTo("PENDING");
        assertThat(decided.after().getString("outcome")).isEqualTo("CHANGES_REQUESTED");
        assertThat(decided.after().getInt("sequence")).isEqualTo(1);
    }

    @Test
    void anUndoneVoteThatALeadDismissedFirstIsTooLate() {
        approve();
        var decision = bench.detail(item).decisions().get(0).id();
        bench.supervision(desk -> desk.dismiss(lena, bench.voteOf(tom, item).id(), "not his shot", Request.plain()));

        assertThatExceptionOfType(TooLateToUndo.class).isThrownBy(() -> bench.undo(tom, decision));
        assertThat(bench.tellings()).containsExactly(Outcome.APPROVED, Outcome.IN_REVIEW);
    }

    private Verdict label(Identity bot, ReviewItemId about, String label, boolean passed) {
        return bench.reviews(desk -> desk.vote(
                bot, about, 1, passed ? APPROVE : REQUEST_CHANGES, "checked", Optional.of(label), Request.plain()));
    }

    private DecisionId approve() {
        bench.vote(maria, item, APPROVE);
        return bench.vote(tom, item, APPROVE).orElseGet(DecisionId::random);
    }
}
