package dev.rushlight.review;

import dev.rushlight.policy.Ballot;
import dev.rushlight.policy.Hearing;
import dev.rushlight.policy.Judgement;
import dev.rushlight.policy.Member;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Policy;
import dev.rushlight.policy.SideState;
import dev.rushlight.policy.StageExplanation;
import dev.rushlight.policy.Work;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One numbered version of a line; what there is to look at never changes, only what is said of it. */
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

    @SuppressWarnings("NullAway.Init")
    protected ReviewVersion() {} // for JPA

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
        this.policyId = policy.id();
        this.policyRevision = policy.revision();
        this.mediaSha256 = submission.content().fingerprint().orElse(null);
        stand(policy.judge(hearing(List.of())));
    }

    private Hearing hearing(List<Ballot> ballots) {
        return new Hearing(
                new Work("ASSET", "", Optional.empty()),
                List.of(new Member("-", Set.of("REVIEWER"), Set.of())),
                ballots,
                Set.of(),
                submitter,
                List.of(),
                Map.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                SideState.NONE);
    }

    /** Lets the policy that was pinned when this version came in judge the votes in force. */
    void judged(List<Ballot> inForce) {
        requireOpenForVotes();
        stand(Policy.firstThatShips().judge(hearing(inForce)));
    }

    private void stand(Judgement judgement) {
        outcome = judgement.outcome();
        explanation = HistoryText.writeExplanation(judgement.explanation());
    }

    void supersede() {
        outcome = Outcome.SUPERSEDED;
    }

    void requireOpenForVotes() {
        if (outcome.isClosed()) {
            throw new VersionClosed(number, outcome);
        }
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

    String submitter() {
        return submitter;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    String eventId() {
        return eventId;
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

    VersionDetail detail(Content content, List<VoteDetail> votes) {
        return new VersionDetail(
                id(),
                number,
                outcome,
                submitter,
                submittedAt,
                Optional.ofNullable(description),
                reviewers(),
                content,
                explanation(),
                votes);
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
}
