package dev.rushlight.review;

import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.policy.Outcome;
import dev.rushlight.policy.Work;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of work under review: one shot's comp, one changeset, one task.
 *
 * <p>It begins with the first submission of its key in a project of a connection, and lives on through its versions.
 * Exactly one version is current; a newer one supersedes it, and what was said of the older one stays readable. Reviewers
 * vote on the current version only, and name the version that they saw: the answer to a version that nobody looks at any
 * more would be an answer to another question.
 *
 * <p>The outcome is never typed in. It follows from the votes in force on the current version, and each time it changes a
 * {@link Decision} is recorded under the next number of this line. Whoever adds a version, a vote or a decision locks the
 * line first, so that the numbers have no gaps and no vote is judged without the others.
 */
@Entity
@Table(schema = "review", name = "review_item")
class ReviewItem {

    @Id
    private UUID id;

    @Column(name = "connection_id")
    private UUID connection;

    private String project;

    @Column(name = "line_key")
    private String lineKey;

    private String name;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String step;

    @Column(name = "current_version")
    private int currentVersion;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "open_for_review")
    private boolean open;

    private String submitter;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "poster_url")
    private @Nullable String posterUrl;

    @Column(name = "decision_sequence")
    private long decisionSequence;

    /** The last decision that the hub knows of, or will. */
    @Column(name = "told_decision")
    private @Nullable String toldDecision;

    /** How often it had changed whom policies can ask when this was last judged. */
    @Column(name = "people_number")
    private long peopleNumber;

    /** When somebody else is to be asked as well; nothing once that was done, or while nobody has to decide. */
    @Column(name = "due_at")
    private @Nullable Instant dueAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Version
    private int revision;

    @SuppressWarnings("NullAway.Init")
    protected ReviewItem() {} // for JPA

    /** A line without a version yet; {@link #accept} brings the first. */
    static ReviewItem begunBy(Submission submission) {
        var item = new ReviewItem();
        item.id = UUID.randomUUID();
        item.connection = submission.connection().value();
        item.project = submission.project();
        item.lineKey = submission.lineKey();
        item.kind = submission.kind();
        return item;
    }

    /** Makes the submitted version the current one; where it stands is to be judged. */
    void accept(ReviewVersion version, Submission submission, Instant now) {
        if (version.number() <= currentVersion) {
            throw new IllegalStateException(
                    "Version %d does not follow %d".formatted(version.number(), currentVersion));
        }
        currentVersion = version.number();
        name = version.name();
        submitter = version.submitter();
        submittedAt = version.submittedAt();
        posterUrl = submission.content().poster().map(URI::toString).orElse(null);
        submission.step().ifPresent(given -> step = given);
        outcome = version.outcome();
        open = outcome.isOpen();
        updatedAt = now;
    }

    int numberOf(Submission submission) {
        return submission.version().orElse(currentVersion + 1);
    }

    boolean isBehind(int number) {
        return number > currentVersion;
    }

    /** Follows the outcome of its current version. */
    void stand(ReviewVersion version, boolean escalates, long people) {
        outcome = version.outcome();
        open = outcome.isOpen();
        peopleNumber = people;
        dueAt = escalates && outcome.isAsking() && !version.isEscalated()
                ? version.dueAt().orElse(null)
                : null;
    }

    /** Every vote is activity, also one that changes nothing. */
    void touch(Instant now) {
        updatedAt = now;
    }

    void tell(DecisionId decision) {
        toldDecision = decision.value().toString();
    }

    /** The hub will not hear of it after all; what it heard before is the last again. */
    void untell(Decision undone) {
        toldDecision = undone.supersedes().map(DecisionId::toString).orElse(null);
    }

    Optional<DecisionId> told() {
        return Optional.ofNullable(toldDecision).flatMap(DecisionId::parse);
    }

    boolean isDue(Instant now) {
        return dueAt != null && !now.isBefore(dueAt);
    }

    Work work() {
        return new Work(kind.name(), project, Optional.ofNullable(step));
    }

    /** What this line is once the submission is taken in. */
    Work workOf(Submission submission) {
        return new Work(kind.name(), project, submission.step().or(() -> Optional.ofNullable(step)));
    }

    long nextDecision() {
        return ++decisionSequence;
    }

    ReviewItemId id() {
        return new ReviewItemId(id);
    }

    ConnectionId connection() {
        return new ConnectionId(connection);
    }

    String project() {
        return project;
    }

    String lineKey() {
        return lineKey;
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    int currentVersion() {
        return currentVersion;
    }

    long decisionSequence() {
        return decisionSequence;
    }

    Outcome outcome() {
        return outcome;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    boolean isOpen() {
        return open;
    }

    String submitter() {
        return submitter;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    ReviewItemSummary summary(Optional<DeliveryState> delivery, QueueCursor place) {
        return new ReviewItemSummary(
                id(),
                project,
                lineKey,
                name,
                kind,
                currentVersion,
                outcome,
                submitter,
                submittedAt,
                updatedAt,
                Optional.ofNullable(posterUrl).map(URI::create),
                delivery,
                place);
    }
}
