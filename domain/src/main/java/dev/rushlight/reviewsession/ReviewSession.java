package dev.rushlight.reviewsession;

import dev.rushlight.people.Identity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An ordered set of review items to be looked at together. Whoever changes it, its entries or who takes part locks its
 * row first, so that two who do so at the same time both get what they wanted.
 */
@Entity
@Table(schema = "review", name = "review_session")
class ReviewSession {

    @Id
    private UUID id;

    private String name;
    private @Nullable String description;
    private @Nullable String project;

    @Column(name = "opens_at")
    private @Nullable Instant opensAt;

    @Column(name = "closes_at")
    private @Nullable Instant closesAt;

    @Enumerated(EnumType.STRING)
    private ReviewSessionState state;

    private int respaced;

    @Column(name = "creator_id")
    private UUID creator;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected ReviewSession() {} // for JPA

    ReviewSession(ReviewSessionPlan plan, Identity creator, Instant now) {
        this.id = UUID.randomUUID();
        this.state = ReviewSessionState.PREPARED;
        this.creator = creator.id().value();
        this.createdAt = now;
        follow(plan);
    }

    private void follow(ReviewSessionPlan plan) {
        name = plan.name();
        description = plan.description().orElse(null);
        project = plan.project().orElse(null);
        opensAt = plan.opens().orElse(null);
        closesAt = plan.closes().orElse(null);
    }

    /** Follows another plan, unless this one is no longer what was seen. */
    void change(ReviewSessionPlan seen, ReviewSessionPlan wanted) {
        requireEditable();
        if (!plan().equals(seen)) {
            throw new ReviewSessionChangedMeanwhile(plan().changesSince(seen));
        }
        follow(wanted);
    }

    void moveTo(ReviewSessionState next) {
        if (!state.next().contains(next)) {
            throw new ImpossibleMove(state, next);
        }
        state = next;
    }

    void requireEditable() {
        if (!state.isEditable()) {
            throw new ReviewSessionClosed(name);
        }
    }

    /** The places of the entries are other numbers now; who remembers one from before has to look it up anew. */
    void respaced() {
        respaced++;
    }

    /** How often the entries were spaced anew. */
    int spacing() {
        return respaced;
    }

    ReviewSessionId id() {
        return new ReviewSessionId(id);
    }

    ReviewSessionState state() {
        return state;
    }

    ReviewSessionPlan plan() {
        return new ReviewSessionPlan(
                name,
                Optional.ofNullable(description),
                Optional.ofNullable(project),
                Optional.ofNullable(opensAt),
                Optional.ofNullable(closesAt));
    }

    /** The end of something that lasts no longer than the review session. */
    Instant until(Instant end) {
        return closesAt == null || end.isBefore(closesAt) ? end : closesAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    ReviewSessionSummary summary(String creatorName, Progress progress) {
        return new ReviewSessionSummary(
                id(),
                name,
                Optional.ofNullable(project),
                state,
                Optional.ofNullable(opensAt),
                Optional.ofNullable(closesAt),
                creatorName,
                createdAt,
                progress,
                new ReviewSessionCursor(createdAt, id));
    }
}
