package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.Outbox;
import dev.rushlight.people.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Review items in full, for the item page and for the bridge that writes events about them. */
@ApplicationScoped
@Transactional // outside of one, threads of the container share an entity manager
public class ReviewItems {

    private final JpaReviewItems items;
    private final ReviewLines lines;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ReviewItems(JpaReviewItems items, ReviewLines lines, Outbox outbox, Clock clock) {
        this.items = items;
        this.lines = lines;
        this.outbox = outbox;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected ReviewItems() { // for CDI
        this(null, null, null, null);
    }

    public Optional<ReviewItemDetail> detail(Identity viewer, ReviewItemId id) {
        return items.find(id).map(this::detail);
    }

    /** How an item stands, for a hub that asks. */
    public Optional<ReviewItemDetail> standing(ReviewItemId id) {
        return items.find(id).map(this::detail);
    }

    /** What is under review there, without its versions. */
    public Optional<ReviewLine> line(ReviewItemId id) {
        return lines.find(id);
    }

    /** The same by what its submitter calls it. */
    public Optional<ReviewLine> line(ConnectionId connection, String project, String lineKey) {
        return items.line(connection, project, lineKey).flatMap(lines::find);
    }

    /** What changed since then, newest first. */
    public List<ReviewItemId> touchedSince(Instant moment, int most) {
        return items.touchedSince(moment, most);
    }

    /** One version of an item alone. */
    public Optional<VersionDetail> version(Identity viewer, ReviewItemId id, int number) {
        return items.version(id, number)
                .map(version -> version.detail(
                        items.votes(version.id()),
                        items.seenBy(id).getOrDefault(version.id(), List.of()),
                        clock.instant()));
    }

    /** Everything that the event about a decision says; the same for ever. */
    public DecisionRecord decision(DecisionId id) {
        var decision = items.decision(id).orElseThrow(() -> new NoSuchDecision(id));
        var item = items.find(decision.item()).orElseThrow(() -> new NoSuchReviewItem(decision.item()));
        var version = items.version(decision.versionId()).orElseThrow();
        return decision.record(item, version);
    }

    /** Everything that the event about a version's arrival says; the same for ever. */
    public ItemReceived received(VersionId id) {
        var version = items.version(id).orElseThrow(() -> new NoSuchVersion(id));
        return version.received(line(version));
    }

    /** Everything that the event about a version's end by another tells; the same for ever. */
    public ItemSuperseded superseded(VersionId id) {
        var version = items.version(id).orElseThrow(() -> new NoSuchVersion(id));
        return version.superseded(line(version));
    }

    /** Everything that the event about a version's withdrawal tells; the same for ever. */
    public ItemWithdrawn withdrawn(VersionId id) {
        var version = items.version(id).orElseThrow(() -> new NoSuchVersion(id));
        return version.withdrawn(line(version));
    }

    /** Everything that the event about a vote tells; the same for ever. */
    public VoteRecorded recorded(VoteId id) {
        var vote = items.vote(id).orElseThrow(() -> new NoSuchVote(id));
        var version = items.version(vote.version()).orElseThrow();
        return vote.recorded(line(version), version);
    }

    /** What there is to look at in one version. */
    public Content content(Identity viewer, VersionId id) {
        return items.content(id).orElseThrow(() -> new NoSuchVersion(id));
    }

    private ReviewItem line(ReviewVersion version) {
        return items.find(version.item()).orElseThrow(() -> new NoSuchReviewItem(version.item()));
    }

    private ReviewItemDetail detail(ReviewItem item) {
        // The versions first: what comes in between has its votes, but is not asked for.
        var versions = items.versions(item.id());
        var votes = items.votes(item.id());
        var seen = items.seenBy(item.id());
        var now = clock.instant();
        var nobodyVoted = new VotesOnVersion(List.of());
        return new ReviewItemDetail(
                item.id(),
                item.connection(),
                items.connectionName(item.connection()),
                item.project(),
                item.lineKey(),
                item.name(),
                item.kind(),
                item.work().step(),
                item.currentVersion(),
                item.outcome(),
                item.updatedAt(),
                versions.stream()
                        .map(version -> version.detail(
                                votes.getOrDefault(version.id(), nobodyVoted),
                                seen.getOrDefault(version.id(), List.of()),
                                now))
                        .toList(),
                decisions(item));
    }

    private List<DecisionDetail> decisions(ReviewItem item) {
        var decisions = items.decisions(item.id());
        var standing = outbox.standing(
                decisions.stream().map(decision -> decision.id().value()).toList());
        var now = clock.instant();
        return decisions.stream()
                .map(decision -> decision.detail(
                        Optional.ofNullable(standing.get(decision.id().value()))
                                .map(known -> DecisionDelivery.of(known, now))))
                .toList();
    }
}
