package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.Inbox;
import dev.rushlight.exchange.InboxState;
import dev.rushlight.exchange.Intake;
import dev.rushlight.exchange.Outbox;
import dev.rushlight.exchange.OutboxState;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Installation;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.policy.Choice;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Where submissions come in and reviewers vote. */
@ApplicationScoped
@Transactional
public class ReviewDesk {

    private static final String SUBMIT = "webreview.submit";

    private final JpaReviewItems items;
    private final Inbox inbox;
    private final Outbox outbox;
    private final PeopleDesk people;
    private final Installation installation;
    private final Clock clock;
    private final Event<ReviewItemChanged> changes;

    @Inject
    ReviewDesk(
            JpaReviewItems items,
            Inbox inbox,
            Outbox outbox,
            PeopleDesk people,
            Installation installation,
            Clock clock,
            Event<ReviewItemChanged> changes) {
        this.items = items;
        this.inbox = inbox;
        this.outbox = outbox;
        this.people = people;
        this.installation = installation;
        this.clock = clock;
        this.changes = changes;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected ReviewDesk() { // for CDI
        this(null, null, null, null, null, null, null);
    }

    /**
     * Takes a submission in, once: a repetition gets the first receipt again. What breaks a rule is kept as refused, with
     * its reasons, and answered; it throws nothing.
     */
    public Receipt submit(Submission submission) {
        inbox.enter(submission.connection());
        var first = inbox.receiptFor(submission.connection(), submission.eventId());
        if (first.isPresent()) {
            return repeat(submission, first.get());
        }
        var beyond = SubmissionLimits.beyond(submission);
        if (!beyond.isEmpty()) {
            return refuse(submission, beyond);
        }
        var sameKey = submission.submissionKey().flatMap(key -> inbox.receiptForKey(submission.connection(), key));
        if (sameKey.isPresent()) {
            return repeatUnderAnotherId(submission, sameKey.get());
        }
        var item = items.lockedLine(submission.connection(), submission.project(), submission.lineKey())
                .orElseGet(() -> ReviewItem.begunBy(submission));
        var conflicts = conflicts(item, submission);
        return conflicts.isEmpty() ? accept(item, submission) : refuse(submission, conflicts);
    }

    /** Keeps what could not be read together with its reasons, and answers that it failed. */
    public Receipt refuse(RefusedSubmission refused) {
        inbox.enter(refused.connection());
        var first = inbox.receiptFor(refused.connection(), refused.eventId()).map(ReceiptText::read);
        var receipt = first.map(Receipt::repeated).orElseGet(() -> Receipt.refused(refused.errors()));
        if (first.isEmpty()) {
            inbox.keep(new Intake(
                    refused.connection(),
                    refused.eventId(),
                    refused.topic(),
                    refused.receivedAt(),
                    refused.submitter(),
                    Optional.empty(),
                    InboxState.REFUSED,
                    ReceiptText.write(receipt, installation.publicUrl()),
                    refused.raw()));
        }
        answer(refused.connection(), refused.replyTarget(), refused.eventId(), receipt);
        return receipt;
    }

    /** Stores the vote in any case; there is a decision when it changed where the version stands. */
    public Optional<DecisionId> vote(Identity voter, ReviewItemId id, int versionSeen, Choice choice, String reason) {
        if (!voter.role().mayVote()) {
            throw new NotAllowed("%s may look, but not vote".formatted(voter.username()));
        }
        var given = Reason.of(choice, reason);
        var item = items.locked(id).orElseThrow(() -> new NoSuchReviewItem(id));
        item.requireCurrent(versionSeen);
        var version = current(item);
        version.requireOpenForVotes();

        var vote = new Vote(version.id(), voter, choice, given, clock.instant());
        items.add(vote);
        var votes = items.votes(version.id());
        var previous = judge(item, version, votes);
        changes.fire(new ReviewItemChanged(id));
        if (!isDecision(previous, version.outcome())) {
            return Optional.empty();
        }
        var decision = decide(item, version, previous, Cause.VOTE, vote, votes);
        tell(item, decision, installation.undoGrace());
        return Optional.of(decision.id());
    }

    /**
     * Takes a decision back while nobody outside has heard of it, together with what the voter said since. Should the
     * votes of others still lead to an outcome that the hub was not told, it is told now.
     */
    public void undo(Identity voter, DecisionId id) {
        var undone = items.decision(id).orElseThrow(() -> new NoSuchDecision(id));
        if (!undone.isBy(voter.id()) || undone.cause() != Cause.VOTE) {
            throw new NotAllowed("Only the one who voted can undo it");
        }
        var item = items.locked(undone.item()).orElseThrow(() -> new NoSuchReviewItem(undone.item()));
        var version = items.version(undone.versionId()).orElseThrow();
        version.requireOpenForVotes();
        if (!lastTold(version).map(Decision::id).equals(Optional.of(id))) {
            throw new TooLateToUndo("A later decision followed; vote again instead");
        }
        if (!outbox.cancel(id.value())) {
            throw new TooLateToUndo("The decision is already on its way to the hub; vote again instead");
        }

        var votes = items.votes(version.id());
        votes.revoke(voter.id(), undone.vote(), clock.instant());
        var previous = judge(item, version, votes);
        var revoked = votes.all().stream()
                .filter(vote -> vote.id() == undone.vote())
                .findFirst()
                .orElseThrow();
        var decision = decide(item, version, previous, Cause.REVOKE, revoked, votes);
        if (isDecision(lastTold(version).map(Decision::outcome).orElse(Outcome.PENDING), decision.outcome())) {
            tell(item, decision, Duration.ZERO);
        }
        changes.fire(new ReviewItemChanged(item.id()));
    }

    private Receipt repeat(Submission submission, String first) {
        var receipt = ReceiptText.read(first).repeated();
        answer(submission.connection(), submission.replyTarget(), submission.eventId(), receipt);
        return receipt;
    }

    private Receipt repeatUnderAnotherId(Submission submission, String first) {
        var receipt = repeat(submission, first);
        keep(submission, InboxState.DUPLICATE, Optional.empty(), receipt);
        return receipt;
    }

    private Receipt refuse(Submission submission, List<SubmissionError> errors) {
        var receipt = Receipt.refused(errors);
        keep(submission, InboxState.REFUSED, Optional.empty(), receipt);
        answer(submission.connection(), submission.replyTarget(), submission.eventId(), receipt);
        return receipt;
    }

    private static List<SubmissionError> conflicts(ReviewItem item, Submission submission) {
        var errors = new ArrayList<SubmissionError>();
        if (!item.isBehind(item.numberOf(submission))) {
            errors.add(new SubmissionError(
                    "VERSION_EXISTS",
                    "version",
                    "Version %d was submitted, but version %d is current"
                            .formatted(item.numberOf(submission), item.currentVersion()),
                    false));
        }
        if (item.kind() != submission.kind()) {
            errors.add(new SubmissionError(
                    "KIND_CHANGED",
                    "kind",
                    "This line holds %s, not %s".formatted(item.kind(), submission.kind()),
                    false));
        }
        return errors;
    }

    private Receipt accept(ReviewItem item, Submission submission) {
        var now = clock.instant();
        var policy = Policy.firstThatShips();
        var version = new ReviewVersion(item.id(), item.numberOf(submission), submission, policy);
        var isNew = item.currentVersion() == 0;
        if (!isNew) {
            current(item).supersede();
        }
        item.accept(version, submission.content().poster(), now);
        if (isNew) {
            items.add(item);
        }
        items.add(version);
        items.add(new VersionContent(version.id(), submission.content()));

        var receipt = new Receipt(
                true,
                Optional.of(item.id()),
                OptionalInt.of(version.number()),
                Optional.of(version.outcome()),
                false,
                policy.id(),
                submission.reviewers(),
                warnings(submission, policy),
                List.of());
        keep(submission, InboxState.ACCEPTED, submission.submissionKey(), receipt);
        answer(submission.connection(), submission.replyTarget(), submission.eventId(), receipt);
        outbox.owe(
                item.connection(),
                OwedKind.ITEM_RECEIVED,
                item.id().value(),
                version.id().value(),
                Duration.ZERO);
        changes.fire(new ReviewItemChanged(item.id()));
        return receipt;
    }

    private List<SubmissionWarning> warnings(Submission submission, Policy policy) {
        var warnings = new ArrayList<>(submission.warnings());
        submission
                .policy()
                .filter(asked -> !asked.equals(policy.id()))
                .ifPresent(asked -> warnings.add(new SubmissionWarning(
                        "UNKNOWN_POLICY", "There is no policy %s; %s applies".formatted(asked, policy.id()))));
        people.unknownAmong(submission.reviewers())
                .forEach(name -> warnings.add(
                        new SubmissionWarning("UNKNOWN_REVIEWER", "Nobody here is called %s".formatted(name))));
        return warnings;
    }

    private void keep(Submission submission, InboxState state, Optional<String> submissionKey, Receipt receipt) {
        inbox.keep(new Intake(
                submission.connection(),
                submission.eventId(),
                SUBMIT,
                submission.receivedAt(),
                Optional.of(submission.submitter()),
                submissionKey,
                state,
                ReceiptText.write(receipt, installation.publicUrl()),
                submission.raw()));
    }

    private void answer(ConnectionId connection, Optional<String> target, String eventId, Receipt receipt) {
        target.ifPresent(asker ->
                outbox.oweReceipt(connection, asker, eventId, ReceiptText.write(receipt, installation.publicUrl())));
    }

    private ReviewVersion current(ReviewItem item) {
        return items.version(item.id(), item.currentVersion()).orElseThrow();
    }

    /** Judges the votes in force anew and says where the version stood before. */
    private Outcome judge(ReviewItem item, ReviewVersion version, VotesOnVersion votes) {
        var previous = version.outcome();
        version.judged(votes.ballots());
        item.stand(version.outcome(), clock.instant());
        return previous;
    }

    /** Merely having been looked at or abstained from is no decision. */
    private static boolean isDecision(Outcome before, Outcome after) {
        return before != after && (before.isVerdict() || after.isVerdict());
    }

    private Decision decide(
            ReviewItem item, ReviewVersion version, Outcome previous, Cause cause, Vote vote, VotesOnVersion votes) {
        var decision =
                new Decision(item.nextDecision(), version, previous, cause, vote, votes.inForce(), clock.instant());
        items.add(decision);
        return decision;
    }

    private void tell(ReviewItem item, Decision decision, Duration grace) {
        outbox.owe(
                item.connection(),
                OwedKind.DECISION,
                item.id().value(),
                decision.id().value(),
                grace);
    }

    /** The newest decision on this version that the hub knows of, or will. */
    private Optional<Decision> lastTold(ReviewVersion version) {
        var decisions = items.decisions(version.id());
        var standing = outbox.standing(
                decisions.stream().map(decision -> decision.id().value()).toList());
        return decisions.stream()
                .filter(decision -> Optional.ofNullable(
                                standing.get(decision.id().value()))
                        .filter(known -> known.state() != OutboxState.CANCELLED)
                        .isPresent())
                .findFirst();
    }
}
