package dev.rushlight.review;

import dev.rushlight.exchange.Outbox;
import dev.rushlight.exchange.OwedKind;
import dev.rushlight.installation.Installation;
import dev.rushlight.installation.Json;
import dev.rushlight.ledger.Act;
import dev.rushlight.ledger.Author;
import dev.rushlight.ledger.Ledger;
import dev.rushlight.ledger.LedgerEntry;
import dev.rushlight.people.Identity;
import dev.rushlight.people.PeopleDesk;
import dev.rushlight.policy.Judgement;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Selector;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The one way by which an outcome changes: the line is locked, something is done to it, the pinned policy judges anew, and
 * what follows is recorded, written into the ledger and owed to the hub. Everything here joins the caller's transaction.
 */
@Dependent
class Verdicts {

    private final JpaReviewItems items;
    private final JpaPolicies policies;
    private final PeopleDesk people;
    private final QueueKeeping queue;
    private final DecidingGuests guests;
    private final Outbox outbox;
    private final Ledger ledger;
    private final Installation installation;
    private final Clock clock;
    private final Event<ReviewItemChanged> changes;

    @Inject
    Verdicts(
            JpaReviewItems items,
            JpaPolicies policies,
            PeopleDesk people,
            QueueKeeping queue,
            DecidingGuests guests,
            Outbox outbox,
            Ledger ledger,
            Installation installation,
            Clock clock,
            Event<ReviewItemChanged> changes) {
        this.items = items;
        this.policies = policies;
        this.people = people;
        this.queue = queue;
        this.guests = guests;
        this.outbox = outbox;
        this.ledger = ledger;
        this.installation = installation;
        this.clock = clock;
        this.changes = changes;
    }

    /** Does something to a line once: who asks again under the same id is answered as before. */
    Verdict once(ReviewItemId id, Identity by, Request request, Function<Docket, Verdict> work) {
        var docket = open(id);
        var name = request.id().map(asked -> AnsweredRequest.idOf(by, asked));
        var known = name.flatMap(items::answer);
        if (known.isPresent()) {
            return known.get().verdict();
        }
        var verdict = work.apply(docket);
        name.ifPresent(fresh -> items.add(new AnsweredRequest(fresh, verdict, clock.instant())));
        return verdict;
    }

    /** Locks the line until the end of the transaction. */
    Docket open(ReviewItemId id) {
        var item = items.locked(id).orElseThrow(() -> new NoSuchReviewItem(id));
        return open(item, items.version(id, item.currentVersion()).orElseThrow());
    }

    Docket open(ReviewItem item, ReviewVersion version) {
        return new Docket(
                item,
                version,
                policies.pinnedTo(version),
                new Hearings(people.electorate(), guests),
                version.outcome());
    }

    /** Judges what there is now; the outcome may be another one then. Returns the votes that were in force. */
    List<Vote> judge(Docket docket) {
        var item = docket.item();
        var version = docket.version();
        var hearings = docket.hearings();
        var votes = items.votes(version.id());
        var hearing = hearings.of(item, version, votes, items.seenBy(version.id()));
        var judgement = docket.policy().judge(hearing);
        version.stand(judgement, hearing.carriedVeto().isEmpty(), clock.instant(), grace(docket));
        item.stand(version, docket.policy().escalateTo().isPresent(), hearings.number());
        items.await(item, awaited(docket, judgement), version.submittedAt());
        var inForce = votes.inForce();
        queue.stands(item, inForce);
        return inForce;
    }

    /** Judges, and tells the hub when the outcome changed. */
    Verdict conclude(Docket docket, Deed deed) {
        return settle(docket, deed, judge(docket));
    }

    /**
     * As {@link #conclude}, after it was judged.
     *
     * @param inForce the votes that it was judged by
     */
    Verdict settle(Docket docket, Deed deed, List<Vote> inForce) {
        announce(docket, deed);
        if (!isDecision(docket.before(), docket.version().outcome())) {
            return docket.unchanged(false);
        }
        var decision = record(docket, deed, inForce);
        tell(docket, decision, grace(docket));
        return new Verdict(decision.outcome(), Optional.of(decision.id()), false);
    }

    /**
     * As {@link #conclude}, after a decision was taken back that nobody outside had heard of. That is recorded in any case,
     * and told only if the votes of others lead to something that the hub does not know.
     */
    Verdict concludeUndone(Docket docket, Deed deed) {
        var inForce = judge(docket);
        announce(docket, deed);
        var decision = record(docket, deed, inForce);
        var known = lastTold(docket).map(Decision::outcome).orElse(Outcome.PENDING);
        if (isDecision(known, decision.outcome())) {
            tell(docket, decision, Duration.ZERO);
        }
        return new Verdict(decision.outcome(), Optional.of(decision.id()), false);
    }

    /** What was done touches nothing that counts. */
    Verdict unmoved(Docket docket, Deed deed) {
        announce(docket, deed);
        return docket.unchanged(false);
    }

    /** The outcome was final before: who is here now and what has changed since is not judged any more. */
    Verdict tooLate(Docket docket, Deed deed) {
        announce(docket, deed);
        return docket.unchanged(true);
    }

    private void announce(Docket docket, Deed deed) {
        if (deed.isActivity() || isDecision(docket.before(), docket.version().outcome())) {
            docket.item().touch(clock.instant());
        }
        announce(docket);
    }

    void announce(Docket docket) {
        changes.fire(new ReviewItemChanged(docket.item().id()));
    }

    /** The newest decision on this version that the hub knows of, or will. */
    Optional<Decision> lastTold(Docket docket) {
        return docket.item().told().flatMap(items::decision).filter(decision -> decision.isAbout(docket.version()));
    }

    /** Takes back the last decision while nobody outside has heard of it; false when it is too late. */
    boolean unsay(Docket docket, Decision decision) {
        if (!outbox.cancel(decision.id().value())) {
            return false;
        }
        docket.item().untell(decision);
        return true;
    }

    void owe(ReviewItem item, OwedKind kind, UUID subject, Duration grace) {
        outbox.owe(item.connection(), kind, item.id().value(), subject, grace);
    }

    /** Writes down what was done to the line. */
    void write(
            ReviewItem item,
            Act act,
            Author author,
            Optional<String> reason,
            JsonObject before,
            JsonObject after,
            Request request) {
        ledger.record(new LedgerEntry(item.id().value(), act, author, reason, before, after, request.causeEvent()));
    }

    void write(Docket docket, Act act, Deed deed, JsonObject before, JsonObject after) {
        write(docket.item(), act, deed.by().author(), deed.reason(), before, after, deed.request());
    }

    /** A vote that may still be taken out, because its version is open. */
    Vote vote(VoteId id) {
        var vote = items.vote(id).orElseThrow(() -> new NoSuchVote(id));
        items.version(vote.version()).orElseThrow().requireOpenForVotes();
        return vote;
    }

    Duration grace(Docket docket) {
        return docket.policy().grace().orElse(installation.undoGrace());
    }

    /**
     * Merely having been looked at or abstained from is no decision; that a version was superseded or withdrawn is told by
     * events of their own.
     */
    private static boolean isDecision(Outcome before, Outcome after) {
        return before != after && !(before.isAsking() && after.isAsking()) && !after.isClosed();
    }

    private Decision record(Docket docket, Deed deed, List<Vote> inForce) {
        var version = docket.version();
        var decision = new Decision(docket.item(), version, docket.before(), deed, inForce, clock.instant());
        items.add(decision);
        write(
                docket,
                Act.DECIDED,
                deed,
                Json.createObjectBuilder()
                        .add("outcome", docket.before().name())
                        .build(),
                Json.createObjectBuilder()
                        .add("decision", decision.id().toString())
                        .add("sequence", decision.sequence())
                        .add("version", version.number())
                        .add("outcome", decision.outcome().name())
                        .add("cause", deed.cause().name())
                        .add("policy", version.policyId())
                        .add("policyRevision", version.policyRevision())
                        .build());
        return decision;
    }

    private void tell(Docket docket, Decision decision, Duration grace) {
        docket.item().tell(decision.id());
        owe(docket.item(), OwedKind.DECISION, decision.id().value(), grace);
    }

    /** Whom the submitter named are asked by name; once the time is up, somebody else as well. */
    private static Set<Selector> awaited(Docket docket, Judgement judgement) {
        var awaited = new LinkedHashSet<Selector>();
        judgement.awaiting().stream()
                .flatMap(selector -> selector.kind() == Selector.Kind.SUBMISSION
                        ? docket.hearings().votersAmong(docket.version().reviewers()).stream()
                                .map(Selector::user)
                        : Stream.of(selector))
                .forEach(awaited::add);
        if (docket.version().isEscalated() && judgement.outcome().isAsking()) {
            docket.policy().escalateTo().ifPresent(awaited::add);
        }
        return awaited;
    }
}
