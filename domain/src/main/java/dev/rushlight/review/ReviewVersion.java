package dev.rushlight.review;

import dev.rushlight.exchange.OwedKind;
import dev.rushlight.policy.Judgement;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Overriding;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.SideState;
import dev.rushlight.policy.StageExplanation;
import dev.rushlight.policy.Veto;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One numbered version of a line; what there is to look at never changes, only what is said of it.
 *
 * <p>It may be put aside: held, superseded or withdrawn. Then that is its outcome, whatever the votes say, and where it
 * stood before stays known. A final outcome is one that further votes do not change: it becomes final when the grace in
 * which it can be undone is over.
 */
@Entity
@Table(schema = "review", name = "review_version")
class ReviewVersion {

    @Id
    private UUID id;

    @Column(name = "item_id")
    private UUID item;

    private int number;
    private String name;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private String submitter;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "event_id")
    private String eventId;

    private @Nullable String description;
    private String reviewers;

    @Column(name = "policy_id")
    private String policyId;

    @Column(name = "policy_revision")
    private int policyRevision;

    private String explanation;

    @Column(name = "media_sha256")
    private @Nullable String mediaSha256;

    @Enumerated(EnumType.STRING)
    private SideState side;

    @Enumerated(EnumType.STRING)
    @Column(name = "aside_from")
    private @Nullable Outcome asideFrom;

    @Column(name = "aside_by")
    private @Nullable String asideBy;

    @Column(name = "aside_reason")
    private @Nullable String asideReason;

    @Column(name = "aside_at")
    private @Nullable Instant asideAt;

    @Column(name = "superseded_by")
    private @Nullable Integer supersededBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "overridden_outcome")
    private @Nullable Outcome overriddenOutcome;

    @Column(name = "overridden_by")
    private @Nullable String overriddenBy;

    @Column(name = "override_reason")
    private @Nullable String overrideReason;

    @Column(name = "overridden_at")
    private @Nullable Instant overriddenAt;

    @Column(name = "reopened_by")
    private @Nullable String reopenedBy;

    private String vetoes;

    @Column(name = "open_notes")
    private int openNotes;

    @Column(name = "open_blockers")
    private int openBlockers;

    @Column(name = "final_at")
    private @Nullable Instant finalAt;

    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "escalated_at")
    private @Nullable Instant escalatedAt;

    @SuppressWarnings("NullAway.Init")
    protected ReviewVersion() {} // for JPA

    /** Waits to be judged for the first time. */
    ReviewVersion(ReviewItemId item, int number, Submission submission, Policy policy) {
        this.id = UUID.randomUUID();
        this.item = item.value();
        this.number = number;
        this.name = submission.lineName();
        this.submitter = submission.submitter();
        this.submittedAt = submission.receivedAt();
        this.eventId = submission.eventId();
        this.description = submission.description().orElse(null);
        this.reviewers = HistoryText.writeNames(submission.reviewers());
        this.mediaSha256 = submission.content().fingerprint().orElse(null);
        this.outcome = Outcome.PENDING;
        this.explanation = HistoryText.writeExplanation(List.of());
        this.side = SideState.NONE;
        this.vetoes = HistoryText.writeVetoes(List.of());
        pin(policy);
    }

    /** Has this revision judge from now on. */
    final void pin(Policy policy) {
        policyId = policy.id();
        policyRevision = policy.revision();
        dueAt = policy.dueIn().map(submittedAt::plus).orElse(null);
    }

    /** Takes over what stays true of the line: the notes that nobody has resolved, and the vetoes that stick to it. */
    void follow(ReviewVersion before, List<Veto> sticking) {
        openNotes = before.openNotes;
        openBlockers = before.openBlockers;
        vetoes = HistoryText.writeVetoes(sticking);
    }

    /**
     * Stands where the judgement says.
     *
     * @param mayBecomeFinal whether only a reopening could change a final outcome
     */
    void stand(Judgement judgement, boolean mayBecomeFinal, Instant now, Duration grace) {
        var stays = outcome == judgement.outcome();
        outcome = judgement.outcome();
        explanation = HistoryText.writeExplanation(judgement.explanation());
        if (side != SideState.NONE) {
            return;
        }
        if (!mayBecomeFinal || !outcome.isFinal()) {
            finalAt = null;
        } else if (finalAt == null || !stays) {
            finalAt = now.plus(grace);
        }
    }

    void hold(String by, Optional<String> why, Instant now) {
        if (side == SideState.ON_HOLD) {
            throw new AlreadyOnHold(number);
        }
        putAside(SideState.ON_HOLD, by, why, now);
    }

    /** Back in the reviewers' hands; where it stands is to be judged. */
    void resume() {
        if (side != SideState.ON_HOLD) {
            throw new NotOnHold(number);
        }
        side = SideState.NONE;
        outcome = Objects.requireNonNull(asideFrom);
        asideFrom = null;
        asideBy = null;
        asideReason = null;
        asideAt = null;
    }

    void withdraw(String by, Optional<String> why, Instant now) {
        putAside(SideState.WITHDRAWN, by, why, now);
        outcome = Outcome.WITHDRAWN;
    }

    void supersede(ReviewVersion next, Instant now) {
        putAside(SideState.SUPERSEDED, next.submitter, Optional.empty(), now);
        supersededBy = next.number;
        outcome = Outcome.SUPERSEDED;
    }

    /** What is held stays where it was held from, also when it is then superseded or withdrawn. */
    private void putAside(SideState next, String by, Optional<String> why, Instant now) {
        requireOpenForVotes();
        if (side == SideState.NONE) {
            asideFrom = outcome;
        }
        side = next;
        asideBy = by;
        asideReason = why.orElse(null);
        asideAt = now;
    }

    void override(Outcome verdict, String by, String why, Instant now) {
        overriddenOutcome = verdict;
        overriddenBy = by;
        overrideReason = why;
        overriddenAt = now;
    }

    /** Begins a new round: neither an override nor a veto of the line binds it. */
    void reopen(String by) {
        if (!canReopen()) {
            throw new NothingToReopen(number, outcome);
        }
        overriddenOutcome = null;
        overriddenBy = null;
        overrideReason = null;
        overriddenAt = null;
        vetoes = HistoryText.writeVetoes(List.of());
        finalAt = null;
        reopenedBy = by;
    }

    boolean canReopen() {
        return outcome.isFinal() || overriding().isPresent();
    }

    /** True when that is news. */
    boolean notesStand(int notes, int blockers) {
        var isNews = openNotes != notes || openBlockers != blockers;
        openNotes = notes;
        openBlockers = blockers;
        return isNews;
    }

    void escalate(Instant now) {
        escalatedAt = now;
    }

    void requireOpenForVotes() {
        if (side == SideState.SUPERSEDED || side == SideState.WITHDRAWN) {
            throw new VersionClosed(number, outcome);
        }
    }

    /** Whether votes come too late. */
    boolean isFinal(Instant now) {
        return finalAt != null && !now.isBefore(finalAt);
    }

    boolean isClosed() {
        return outcome.isClosed();
    }

    boolean isWithdrawn() {
        return side == SideState.WITHDRAWN;
    }

    boolean isEscalated() {
        return escalatedAt != null;
    }

    VersionId id() {
        return new VersionId(id);
    }

    ReviewItemId item() {
        return new ReviewItemId(item);
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    Outcome outcome() {
        return outcome;
    }

    /** Where the votes had led when it was put aside, or else where it stands. */
    Outcome outcomeOfVotes() {
        return asideFrom == null ? outcome : asideFrom;
    }

    SideState side() {
        return side;
    }

    Optional<Overriding> overriding() {
        return Optional.ofNullable(overriddenOutcome)
                .map(verdict -> new Overriding(
                        verdict, Objects.requireNonNull(overriddenBy), Objects.requireNonNull(overrideReason)));
    }

    Optional<String> reopenedBy() {
        return Optional.ofNullable(reopenedBy);
    }

    List<Veto> vetoes() {
        return HistoryText.readVetoes(vetoes);
    }

    String submitter() {
        return submitter;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    String eventId() {
        return eventId;
    }

    Optional<String> description() {
        return Optional.ofNullable(description);
    }

    List<String> reviewers() {
        return HistoryText.readNames(reviewers);
    }

    String policyId() {
        return policyId;
    }

    int policyRevision() {
        return policyRevision;
    }

    List<StageExplanation> explanation() {
        return HistoryText.readExplanation(explanation);
    }

    Optional<String> mediaSha256() {
        return Optional.ofNullable(mediaSha256);
    }

    int openNotes() {
        return openNotes;
    }

    int openBlockers() {
        return openBlockers;
    }

    Optional<Instant> dueAt() {
        return Optional.ofNullable(dueAt);
    }

    VersionDetail detail(VotesOnVersion votes, List<String> seenBy, Instant now) {
        return new VersionDetail(
                id(),
                number,
                outcome,
                submitter,
                submittedAt,
                description(),
                reviewers(),
                policyId,
                policyRevision,
                explanation(),
                votes.details(side == SideState.SUPERSEDED),
                seenBy,
                aside(),
                overriding()
                        .map(set -> new OverrideDetail(
                                set.outcome(), set.by(), set.reason(), Objects.requireNonNull(overriddenAt))),
                isFinal(now),
                openNotes,
                openBlockers,
                dueAt().map(at -> new Deadline(at, isEscalated())));
    }

    private Optional<Aside> aside() {
        return Optional.ofNullable(asideFrom)
                .map(from -> new Aside(
                        side,
                        from,
                        Objects.requireNonNull(asideBy),
                        Optional.ofNullable(asideReason),
                        Objects.requireNonNull(asideAt)));
    }

    Subject subject(ReviewItem line) {
        return new Subject(line.connection(), line.id(), line.project(), line.lineKey(), name, line.kind(), number);
    }

    /** The event's id is the version's own: whoever tells of it again tells it under the same id. */
    ItemReceived received(ReviewItem line) {
        return new ItemReceived(
                id.toString(),
                eventId,
                line.connection(),
                line.id(),
                id(),
                line.project(),
                line.lineKey(),
                name,
                line.kind(),
                number,
                submitter,
                submittedAt,
                policyId,
                policyRevision,
                reviewers());
    }

    ItemSuperseded superseded(ReviewItem line) {
        return new ItemSuperseded(
                OwedKind.ITEM_SUPERSEDED.eventId(id),
                eventId,
                subject(line),
                Objects.requireNonNull(supersededBy),
                Objects.requireNonNull(asideBy),
                Objects.requireNonNull(asideFrom),
                Objects.requireNonNull(asideAt));
    }

    ItemWithdrawn withdrawn(ReviewItem line) {
        return new ItemWithdrawn(
                OwedKind.ITEM_WITHDRAWN.eventId(id),
                eventId,
                subject(line),
                Objects.requireNonNull(asideBy),
                Optional.ofNullable(asideReason),
                Objects.requireNonNull(asideFrom),
                Objects.requireNonNull(asideAt));
    }
}
