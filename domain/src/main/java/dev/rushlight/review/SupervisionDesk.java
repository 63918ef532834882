package dev.rushlight.review;

import dev.rushlight.exchange.OwedKind;
import dev.rushlight.ledger.Act;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.policy.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where leads act upon what reviewers said: each act names the version that was looked at, leaves the old record, and is
 * told to the hub when it changes the outcome.
 */
@ApplicationScoped
@Transactional
public class SupervisionDesk {

    private final JpaReviewItems items;
    private final Verdicts verdicts;
    private final Clock clock;

    @Inject
    SupervisionDesk(JpaReviewItems items, Verdicts verdicts, Clock clock) {
        this.items = items;
        this.verdicts = verdicts;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected SupervisionDesk() { // for CDI
        this(null, null, null);
    }

    /** Sets a verdict over the heads of the reviewers, until somebody reopens the version. */
    public Verdict override(
            Identity by, ReviewItemId id, int versionSeen, Outcome outcome, String reason, Request request) {
        var why = Reason.require(reason, "An override");
        if (!outcome.isVerdict()) {
            throw new UnacceptableOverride(outcome);
        }
        return act(by, id, versionSeen, request, docket -> {
            new Authority(by, docket.policy()).requireOverrides();
            return change(
                    docket,
                    Act.OVERRIDDEN,
                    Deed.of(Cause.OVERRIDE, by, Optional.of(why), request),
                    version -> version.override(outcome, by.username(), why, clock.instant()));
        });
    }

    /** Takes another's vote out, with those that it replaced; it stays to be seen, with the reason. */
    public Verdict dismiss(Identity by, VoteId id, String reason, Request request) {
        var why = Reason.require(reason, "A dismissal");
        var item = items.itemOf(id).orElseThrow(() -> new NoSuchVote(id));
        return verdicts.once(item, by, request, docket -> {
            new Authority(by, docket.policy()).requireLeads();
            var vote = verdicts.vote(id);
            if (vote.isBy(by.id())) {
                throw new NotAllowed("One's own vote is revoked, not dismissed");
            }
            var counted = vote.counts();
            var deed = Deed.of(Cause.DISMISS, by, Optional.of(why), request).about(vote);
            items.votes(docket.version().id()).sayingOf(vote).forEach(said -> {
                var before = LedgerText.of(docket.version(), said);
                said.dismiss(by.username(), why, clock.instant());
                verdicts.write(docket, Act.VOTE_DISMISSED, deed, before, LedgerText.of(docket.version(), said));
            });
            return counted ? verdicts.conclude(docket, deed) : verdicts.unmoved(docket, deed);
        });
    }

    /** Begins a new round on a version whose outcome was final or set: what was said before is kept, and counts no more. */
    public Verdict reopen(Identity by, ReviewItemId id, int versionSeen, String reason, Request request) {
        var why = Reason.optional(reason);
        return act(by, id, versionSeen, request, docket -> {
            new Authority(by, docket.policy()).requireLeads();
            return change(docket, Act.REOPENED, Deed.of(Cause.REOPEN, by, why, request), version -> {
                version.reopen(by.username());
                items.votes(version.id()).all().stream()
                        .filter(Vote::counts)
                        .forEach(vote -> vote.closeRound(by.username(), clock.instant()));
            });
        });
    }

    /** Keeps a version from being decided, for a while; votes are taken all the same. */
    public Verdict hold(Identity by, ReviewItemId id, int versionSeen, String reason, Request request) {
        var why = Reason.optional(reason);
        return act(by, id, versionSeen, request, docket -> {
            new Authority(by, docket.policy()).requireLeads();
            return change(
                    docket,
                    Act.HELD,
                    Deed.of(Cause.HOLD, by, why, request),
                    version -> version.hold(by.username(), why, clock.instant()));
        });
    }

    /** Ends a hold: the version stands where the votes say. */
    public Verdict resume(Identity by, ReviewItemId id, int versionSeen, String reason, Request request) {
        var why = Reason.optional(reason);
        return act(by, id, versionSeen, request, docket -> {
            new Authority(by, docket.policy()).requireLeads();
            return change(docket, Act.RESUMED, Deed.of(Cause.RESUME, by, why, request), ReviewVersion::resume);
        });
    }

    /** Takes a version back, for its submitter or a lead; the line stays, and goes on with the next submission. */
    public Verdict withdraw(Identity by, ReviewItemId id, int versionSeen, String reason, Request request) {
        var why = Reason.optional(reason);
        return act(by, id, versionSeen, request, docket -> {
            var version = docket.version();
            new Authority(by, docket.policy()).requireMayWithdraw(version);
            var before = LedgerText.of(version);
            version.withdraw(by.username(), why, clock.instant());
            verdicts.judge(docket);
            docket.item().touch(clock.instant());
            verdicts.write(docket.item(), Act.WITHDRAWN, by.author(), why, before, LedgerText.of(version), request);
            verdicts.owe(docket.item(), OwedKind.ITEM_WITHDRAWN, version.id().value(), Duration.ZERO);
            verdicts.announce(docket);
            return docket.unchanged(false);
        });
    }

    private Verdict act(
            Identity by, ReviewItemId id, int versionSeen, Request request, Function<Docket, Verdict> work) {
        return verdicts.once(id, by, request, docket -> {
            docket.requireSeen(versionSeen);
            docket.requireOpen();
            return work.apply(docket);
        });
    }

    private Verdict change(Docket docket, Act act, Deed deed, Consumer<ReviewVersion> how) {
        var before = LedgerText.of(docket.version());
        how.accept(docket.version());
        var inForce = verdicts.judge(docket);
        verdicts.write(docket, act, deed, before, LedgerText.of(docket.version()));
        return verdicts.settle(docket, deed, inForce);
    }
}
