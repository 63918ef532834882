package dev.rushlight.review;

import dev.rushlight.exchange.Outbox;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PersonKind;
import dev.rushlight.policy.Choice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where submissions come in and reviewers vote. */
@ApplicationScoped
@Transactional
public class ReviewDesk {

    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:/-]{0,59}");

    private final JpaReviewItems items;
    private final Submissions submissions;
    private final Verdicts verdicts;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ReviewDesk(JpaReviewItems items, Submissions submissions, Verdicts verdicts, Outbox outbox, Clock clock) {
        this.items = items;
        this.submissions = submissions;
        this.verdicts = verdicts;
        this.outbox = outbox;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected ReviewDesk() { // for CDI
        this(null, null, null, null, null);
    }

    /**
     * Takes a submission in, once: a repetition gets the first receipt again. What breaks a rule is kept as refused, with
     * its reasons, and answered; it throws nothing.
     */
    public Receipt submit(Submission submission) {
        return submissions.take(submission);
    }

    /** Keeps what could not be read together with its reasons, and answers that it failed. */
    public Receipt refuse(RefusedSubmission refused) {
        return submissions.refuse(refused);
    }

    public Verdict vote(Identity voter, ReviewItemId id, int versionSeen, Choice choice, String reason) {
        return vote(voter, id, versionSeen, choice, reason, Optional.empty(), Request.plain());
    }

    /**
     * Stores the vote in any case; there is a decision when it changed where the version stands. A vote that comes after
     * the outcome was final is stored as late, and changes nothing.
     *
     * @param label for bots: which check this is about; each label has a vote of its own
     */
    public Verdict vote(
            Identity voter,
            ReviewItemId id,
            int versionSeen,
            Choice choice,
            String reason,
            Optional<String> label,
            Request request) {
        requireMayVote(voter);
        label.ifPresent(name -> requireMayLabel(voter, name));
        return verdicts.once(id, voter, request, docket -> {
            docket.requireSeen(versionSeen);
            docket.requireOpen();
            docket.requireAllowed(choice);
            var given = Reason.of(choice, reason, docket.version().openNotes());
            return cast(voter, docket, choice, label, given, request);
        });
    }

    private Verdict cast(
            Identity voter,
            Docket docket,
            Choice choice,
            Optional<String> label,
            Optional<String> reason,
            Request request) {
        var now = clock.instant();
        var late = docket.version().isFinal(now);
        var absent = docket.hearings().absentWith(voter.username());
        var vote = new Vote(docket.version().id(), voter, choice, label, reason, absent, late, now);
        items.add(vote);
        var deed = Deed.of(Cause.VOTE, voter, reason, request).about(vote);
        verdicts.write(docket, Act.VOTE_CAST, deed, JsonValue.EMPTY_JSON_OBJECT, LedgerText.of(docket.version(), vote));
        var verdict = late ? verdicts.tooLate(docket, deed) : verdicts.conclude(docket, deed);
        verdicts.owe(docket.item(), OwedKind.VOTE_RECORDED, vote.id().value(), verdicts.grace(docket));
        return verdict;
    }

    /**
     * Takes a decision back while nobody outside has heard of it, together with what the voter said since. Should the
     * votes of others still lead to an outcome that the hub was not told, it is told now.
     */
    public Verdict undo(Identity voter, DecisionId id) {
        var undone = items.decision(id).orElseThrow(() -> new NoSuchDecision(id));
        if (!undone.isBy(voter.id()) || undone.cause() != Cause.VOTE) {
            throw new NotAllowed("Only the one who voted can undo it");
        }
        var docket = verdicts.open(undone.item());
        items.version(undone.versionId()).orElseThrow().requireOpenForVotes();
        if (!docket.item().told().equals(Optional.of(id))) {
            throw new TooLateToUndo("A later decision followed; vote again instead");
        }
        var taken = items.votes(docket.version().id()).since(undone.vote().orElseThrow());
        if (taken.isEmpty()) {
            throw new TooLateToUndo("The vote was taken out already; vote again instead");
        }
        if (!verdicts.unsay(docket, undone)) {
            throw new TooLateToUndo("The decision is already on its way to the hub; vote again instead");
        }
        var deed =
                Deed.of(Cause.REVOKE, voter, Optional.empty(), Request.plain()).about(taken.get(0));
        takeBack(docket, taken, deed);
        return verdicts.concludeUndone(docket, deed);
    }

    /**
     * Takes one's own vote back, with those that it replaced, any time before the version is superseded. While nobody
     * outside has heard of what it led to, that is an undo; later the hub is told what follows.
     */
    public Verdict revoke(Identity voter, VoteId id, String reason, Request request) {
        var why = Reason.optional(reason);
        var item = items.itemOf(id).orElseThrow(() -> new NoSuchVote(id));
        return verdicts.once(item, voter, request, docket -> {
            var vote = verdicts.vote(id);
            if (!vote.isBy(voter.id())) {
                throw new NotAllowed("Only the one who voted can revoke it");
            }
            var counted = vote.counts();
            var taken = items.votes(docket.version().id()).sayingOf(vote);
            var deed = Deed.of(Cause.REVOKE, voter, why, request).about(vote);
            takeBack(docket, taken, deed);
            if (!counted) {
                return verdicts.unmoved(docket, deed);
            }
            var unsaid = verdicts.lastTold(docket)
                    .filter(decision -> decision.cause() == Cause.VOTE && decision.followsFrom(taken))
                    .filter(decision -> verdicts.unsay(docket, decision));
            return unsaid.isPresent() ? verdicts.concludeUndone(docket, deed) : verdicts.conclude(docket, deed);
        });
    }

    /** What the hub has not heard of yet it will not hear at all. */
    private void takeBack(Docket docket, List<Vote> taken, Deed deed) {
        var now = clock.instant();
        taken.forEach(vote -> {
            var before = LedgerText.of(docket.version(), vote);
            vote.revoke(deed.reason(), now);
            outbox.cancel(vote.id().value());
            verdicts.write(docket, Act.VOTE_REVOKED, deed, before, LedgerText.of(docket.version(), vote));
        });
    }

    /**
     * Remembers that somebody who may vote has looked at a version; once, and never as an approval. It is no decision
     * either, unless an approval waited for that.
     */
    public void seen(Identity viewer, VersionId id) {
        if (!viewer.role().mayVote() || viewer.kind() == PersonKind.BOT || items.hasSeen(id, viewer.id())) {
            return;
        }
        var item = items.itemOf(id).orElseThrow(() -> new NoSuchVersion(id));
        var docket = verdicts.open(item);
        if (items.hasSeen(id, viewer.id())) {
            return;
        }
        items.add(new Seen(id, viewer, clock.instant()));
        if (docket.isAbout(id) && docket.canMove(clock.instant())) {
            verdicts.conclude(docket, Deed.of(Cause.SEEN, viewer, Optional.empty(), Request.plain()));
        } else {
            verdicts.announce(docket);
        }
    }

    /**
     * Takes note of how many notes on a version are unresolved, also those that were carried over from earlier versions,
     * and judges anew: a blocking note may keep the work from being approved. A final outcome stays.
     */
    public Verdict feedbackStands(Identity by, VersionId id, int openNotes, int openBlockers) {
        var item = items.itemOf(id).orElseThrow(() -> new NoSuchVersion(id));
        var docket = verdicts.open(item);
        var version = docket.isAbout(id) ? docket.version() : items.version(id).orElseThrow();
        var isNews = version.notesStand(openNotes, openBlockers);
        if (!isNews || !docket.isAbout(id) || !docket.canMove(clock.instant())) {
            verdicts.announce(docket);
            return docket.unchanged(false);
        }
        return verdicts.conclude(docket, Deed.of(Cause.NOTES, by, Optional.empty(), Request.plain()));
    }

    private static void requireMayVote(Identity voter) {
        if (!voter.role().mayVote()) {
            throw new NotAllowed("%s may look, but not vote".formatted(voter.username()));
        }
    }

    private static void requireMayLabel(Identity voter, String label) {
        if (voter.kind() != PersonKind.BOT) {
            throw new NotAllowed("Only bots vote under a label, and %s is none".formatted(voter.username()));
        }
        if (!LABEL.matcher(label).matches()) {
            throw new UnacceptableLabel(label);
        }
    }
}
