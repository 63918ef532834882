package dev.rushlight.review;

import dev.rushlight.people.PersonId;
import dev.rushlight.people.PersonKind;
import dev.rushlight.people.Role;
import dev.rushlight.policy.Outcome;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The recorded change of an outcome, with who and why and the votes of that moment; it never changes again. */
@Entity
@Table(schema = "review", name = "decision")
class Decision {

    @Id
    private UUID id;

    @Column(name = "item_id")
    private UUID item;

    @Column(name = "version_id")
    private UUID versionId;

    private int version;
    private long sequence;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Enumerated(EnumType.STRING)
    @Column(name = "previous_outcome")
    private Outcome previousOutcome;

    @Enumerated(EnumType.STRING)
    private Cause cause;

    @Column(name = "vote_id")
    private @Nullable Long vote;

    @Column(name = "actor_id")
    private UUID actor;

    @Column(name = "actor_username")
    private String actorUsername;

    @Column(name = "actor_display_name")
    private String actorDisplayName;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_role")
    private Role actorRole;

    @Enumerated(EnumType.STRING)
    @Column(name = "actor_kind")
    private PersonKind actorKind;

    @Column(name = "actor_functions")
    private String actorFunctions;

    private @Nullable String reason;
    private String votes;

    /** What the hub was told last before. */
    private @Nullable String supersedes;

    @Column(name = "policy_id")
    private String policyId;

    @Column(name = "policy_revision")
    private int policyRevision;

    private String explanation;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init")
    protected Decision() {} // for JPA

    /** Records where the version stands now, after this was done. */
    Decision(
            ReviewItem line,
            ReviewVersion version,
            Outcome previousOutcome,
            Deed deed,
            List<Vote> inForce,
            Instant now) {
        this.id = UUID.randomUUID();
        this.item = version.item().value();
        this.versionId = version.id().value();
        this.version = version.number();
        this.sequence = line.nextDecision();
        this.supersedes = line.told().map(DecisionId::toString).orElse(null);
        this.outcome = version.outcome();
        this.previousOutcome = previousOutcome;
        this.cause = deed.cause();
        this.vote = deed.vote().map(Vote::sequence).orElse(null);
        this.actor = deed.by().id().value();
        this.actorUsername = deed.by().username();
        this.actorDisplayName = deed.by().displayName();
        this.actorRole = deed.by().role();
        this.actorKind = deed.by().kind();
        this.actorFunctions = HistoryText.writeFunctions(deed.by().functions());
        this.reason = deed.reason().orElse(null);
        this.votes = HistoryText.writeVotes(inForce.stream().map(Vote::decided).toList());
        this.policyId = version.policyId();
        this.policyRevision = version.policyRevision();
        this.explanation = HistoryText.writeExplanation(version.explanation());
        this.decidedAt = now;
    }

    boolean isBy(PersonId person) {
        return actor.equals(person.value());
    }

    DecisionId id() {
        return new DecisionId(id);
    }

    ReviewItemId item() {
        return new ReviewItemId(item);
    }

    VersionId versionId() {
        return new VersionId(versionId);
    }

    int version() {
        return version;
    }

    long sequence() {
        return sequence;
    }

    Outcome outcome() {
        return outcome;
    }

    Cause cause() {
        return cause;
    }

    /** The vote whose casting or taking back led to it, by its number. */
    OptionalLong vote() {
        return vote == null ? OptionalLong.empty() : OptionalLong.of(vote);
    }

    /** Whether casting one of these votes led to it. */
    boolean followsFrom(List<Vote> votes) {
        return vote != null && votes.stream().anyMatch(cast -> cast.sequence() == vote);
    }

    boolean isAbout(ReviewVersion other) {
        return versionId.equals(other.id().value());
    }

    Optional<DecisionId> supersedes() {
        return Optional.ofNullable(supersedes).flatMap(DecisionId::parse);
    }

    private Actor actor() {
        return new Actor(
                new PersonId(actor),
                actorUsername,
                actorDisplayName,
                actorRole,
                actorKind,
                HistoryText.readFunctions(actorFunctions));
    }

    DecisionDetail detail(Optional<DecisionDelivery> delivery) {
        return new DecisionDetail(
                id(),
                version,
                sequence,
                outcome,
                previousOutcome,
                cause,
                actor(),
                Optional.ofNullable(reason),
                decidedAt,
                delivery);
    }

    DecisionRecord record(ReviewItem line, ReviewVersion decided) {
        return new DecisionRecord(
                id(),
                id.toString(),
                decided.eventId(),
                line.connection(),
                line.id(),
                line.project(),
                line.lineKey(),
                decided.name(),
                line.kind(),
                version,
                decided.mediaSha256(),
                sequence,
                supersedes(),
                outcome,
                previousOutcome,
                cause,
                actor(),
                Optional.ofNullable(reason),
                HistoryText.readVotes(votes),
                policyId,
                policyRevision,
                HistoryText.readExplanation(explanation),
                decidedAt);
    }
}
