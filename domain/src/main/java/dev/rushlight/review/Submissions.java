package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.Inbox;
import dev.rushlight.exchange.InboxState;
import dev.rushlight.exchange.Intake;
import dev.rushlight.exchange.Outbox;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Installation;
import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.Author;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.policy.OnNewVersion;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.Veto;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How submissions become versions: each once, answered in any case. Everything here joins the caller's transaction. */
@Dependent
class Submissions {

    private static final String SUBMIT = "webreview.submit";
    private static final String SUBMITTER = "SUBMITTER";

    private final JpaReviewItems items;
    private final JpaPolicies policies;
    private final QueueKeeping queue;
    private final Verdicts verdicts;
    private final Inbox inbox;
    private final Outbox outbox;
    private final PeopleDesk people;
    private final Installation installation;
    private final Clock clock;

    @Inject
    Submissions(
            JpaReviewItems items,
            JpaPolicies policies,
            QueueKeeping queue,
            Verdicts verdicts,
            Inbox inbox,
            Outbox outbox,
            PeopleDesk people,
            Installation installation,
            Clock clock) {
        this.items = items;
        this.policies = policies;
        this.queue = queue;
        this.verdicts = verdicts;
        this.inbox = inbox;
        this.outbox = outbox;
        this.people = people;
        this.installation = installation;
        this.clock = clock;
    }

    Receipt take(Submission submission) {
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

    Receipt refuse(RefusedSubmission refused) {
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
        var before = items.version(item.id(), item.currentVersion());
        var policy = submission
                .policy()
                .flatMap(policies::latest)
                .orElseGet(() -> policies.applyingTo(item.workOf(submission)));
        var version = new ReviewVersion(item.id(), item.numberOf(submission), submission, policy);
        item.accept(version, submission, clock.instant());
        if (before.isEmpty()) {
            items.add(item);
        }
        items.add(version);
        items.add(new VersionContent(version.id(), submission.content()));
        queue.submitted(item, version);
        var docket = verdicts.open(item, version);
        var carried = before.flatMap(older -> carryOver(docket, older, submission.content()));
        var inForce = verdicts.judge(docket);

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
        before.ifPresent(older -> supersede(item, older, version, submission));
        record(item, version, submission);
        verdicts.owe(item, OwedKind.ITEM_RECEIVED, version.id().value(), Duration.ZERO);
        carried.ifPresentOrElse(
                vote -> verdicts.settle(docket, carrying(vote, submission), inForce), () -> verdicts.announce(docket));
        return receipt;
    }

    /**
     * Has the new version begin with what holds on of the older one.
     *
     * @return the vote that decides if the new version is decided already
     */
    private Optional<Vote> carryOver(Docket docket, ReviewVersion older, Content content) {
        var version = docket.version();
        var votes = items.votes(older.id());
        var vetoes = vetoes(docket, older, votes);
        version.follow(older, vetoes);
        var approvals = docket.policy().onNewVersion() == OnNewVersion.COPY_APPROVALS
                        && !older.isWithdrawn()
                        && items.content(older.id()).orElseThrow().showsTheSameAs(content)
                ? votes.inForce().stream()
                        .filter(vote -> vote.choice().approves())
                        .toList()
                : List.<Vote>of();
        var copies = approvals.stream()
                .map(vote -> vote.copiedTo(version.id(), older.number()))
                .toList();
        copies.forEach(items::add);
        return vetoes.stream()
                .findFirst()
                .flatMap(veto -> items.version(docket.item().id(), veto.version())
                        .flatMap(vetoed -> items.votes(vetoed.id()).rejectionBy(veto.by())))
                .or(() -> copies.stream().reduce((earlier, later) -> later));
    }

    /** Vetoes stick until an override lifts them, or whoever cast them. */
    private List<Veto> vetoes(Docket docket, ReviewVersion older, VotesOnVersion votes) {
        if (docket.policy().onNewVersion() != OnNewVersion.KEEP_VETO
                || older.overriding().isPresent()) {
            return List.of();
        }
        var sticking = new LinkedHashMap<String, Veto>();
        Hearings.sticking(older, votes).forEach(veto -> sticking.put(veto.by(), veto));
        var hearing = docket.hearings().ofVotes(docket.item(), older, votes, List.of());
        policies.pinnedTo(older).vetoes(hearing).forEach(by -> sticking.put(by, new Veto(by, older.number())));
        return List.copyOf(sticking.values());
    }

    private static Deed carrying(Vote vote, Submission submission) {
        return new Deed(
                Cause.CARRIED,
                vote.actor(),
                vote.reason(),
                Optional.of(vote),
                Request.plain().causedBy(submission.eventId()));
    }

    /** What was withdrawn stays withdrawn. */
    private void supersede(ReviewItem item, ReviewVersion older, ReviewVersion version, Submission submission) {
        if (older.isWithdrawn()) {
            return;
        }
        var stood = LedgerText.of(older);
        older.supersede(version, clock.instant());
        verdicts.write(
                item,
                Act.VERSION_SUPERSEDED,
                author(submission),
                Optional.empty(),
                stood,
                Json.createObjectBuilder(LedgerText.of(older))
                        .add("supersededBy", version.number())
                        .build(),
                Request.plain().causedBy(submission.eventId()));
        verdicts.owe(item, OwedKind.ITEM_SUPERSEDED, older.id().value(), Duration.ZERO);
    }

    private void record(ReviewItem item, ReviewVersion version, Submission submission) {
        verdicts.write(
                item,
                Act.ITEM_SUBMITTED,
                author(submission),
                submission.description(),
                JsonValue.EMPTY_JSON_OBJECT,
                Json.createObjectBuilder(LedgerText.of(version))
                        .add("project", item.project())
                        .add("line", item.lineKey())
                        .add("name", version.name())
                        .add("policy", version.policyId())
                        .add("policyRevision", version.policyRevision())
                        .add("sha256", version.mediaSha256().orElse(""))
                        .build(),
                Request.plain().causedBy(submission.eventId()));
    }

    /** The person of that name; whoever has no account here is known by the connection that vouches for them. */
    private Author author(Submission submission) {
        return people.active(submission.submitter())
                .map(Identity::author)
                .orElseGet(() -> new Author(
                        submission.connection().value(), submission.submitter(), submission.submitter(), SUBMITTER));
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
}
