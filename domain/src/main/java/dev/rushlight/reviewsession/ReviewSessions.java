package dev.rushlight.reviewsession;

import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.review.ReviewItemId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Review sessions as people with an account see them, read page by page; guests have their own desk. What an entry
 * shows is looked up each time, so a newer version needs no change of the review session.
 */
@ApplicationScoped
@Transactional // outside of one, threads of the container share an entity manager
public class ReviewSessions {

    private static final int LARGEST_PAGE = 500;

    private final JpaReviewSessions reviewSessions;
    private final JpaGuestLinks guests;
    private final Clock clock;

    @Inject
    ReviewSessions(JpaReviewSessions reviewSessions, JpaGuestLinks guests, Clock clock) {
        this.reviewSessions = reviewSessions;
        this.guests = guests;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected ReviewSessions() { // for CDI
        this(null, null, null);
    }

    /** Newest first. */
    public List<ReviewSessionSummary> page(
            Identity viewer, ReviewSessionScope scope, Optional<ReviewSessionCursor> after, int limit) {
        requireAccount(viewer);
        var rows = reviewSessions.page(scope, viewer.id(), after, clock.instant(), Math.min(limit, LARGEST_PAGE));
        var progress = reviewSessions.progress(
                rows.stream().map(row -> ((ReviewSession) row[0]).id()).toList());
        return rows.stream()
                .map(row -> {
                    var reviewSession = (ReviewSession) row[0];
                    return reviewSession.summary(
                            (String) row[1], progress.getOrDefault(reviewSession.id(), Progress.NONE));
                })
                .toList();
    }

    public Optional<ReviewSessionDetail> detail(Identity viewer, ReviewSessionId id) {
        requireAccount(viewer);
        return reviewSessions.findWithCreator(id).map(row -> {
            var reviewSession = (ReviewSession) row[0];
            return new ReviewSessionDetail(
                    id,
                    reviewSession.plan(),
                    reviewSession.state(),
                    (String) row[1],
                    reviewSession.createdAt(),
                    reviewSessions.participants(id),
                    reviewSessions.progress(id));
        });
    }

    public Progress progress(Identity viewer, ReviewSessionId id) {
        requireAccount(viewer);
        return reviewSessions.progress(id);
    }

    /** The entries in their order. */
    public List<EntrySummary> entries(Identity viewer, ReviewSessionId id, Optional<EntryCursor> after, int limit) {
        requireAccount(viewer);
        var reviewSession = reviewSession(id);
        var rows = reviewSessions.entries(reviewSession, after, Math.min(limit, LARGEST_PAGE));
        var votes = reviewSessions.votes(
                viewer.id(), rows.stream().map(EntryRow::shown).toList());
        return rows.stream()
                .map(row -> row.summary(votes, reviewSession.spacing()))
                .toList();
    }

    /**
     * The next item of the review session, after the given one and then from the beginning, on which this person has
     * yet to vote: its newest version is shown, undecided, and has no vote of theirs in force.
     */
    public Optional<ReviewItemId> next(Identity reviewer, ReviewSessionId id, Optional<ReviewItemId> current) {
        requireAccount(reviewer);
        if (!reviewer.role().mayVote()) {
            return Optional.empty();
        }
        var reviewSession = reviewSession(id);
        return reviewSessions
                .nextFor(reviewer.id(), reviewSession, current.flatMap(item -> cursor(reviewSession, item)))
                .or(() -> reviewSessions.nextFor(reviewer.id(), reviewSession, Optional.empty()))
                .filter(item -> !current.equals(Optional.of(item)));
    }

    /** The guest links, newest first, for leads. */
    public List<GuestLinkSummary> guests(
            Identity lead, ReviewSessionId id, Optional<GuestLinkCursor> after, int limit) {
        Leads.require(lead);
        var now = clock.instant();
        return guests.page(id, after, Math.min(limit, LARGEST_PAGE)).stream()
                .map(row -> ((GuestLink) row[0]).summary((String) row[1], now))
                .toList();
    }

    private Optional<EntryCursor> cursor(ReviewSession reviewSession, ReviewItemId item) {
        var place = reviewSessions.placeOf(reviewSession.id(), item);
        return place.isEmpty()
                ? Optional.empty()
                : Optional.of(new EntryCursor(place.getAsLong(), item.value(), reviewSession.spacing()));
    }

    private ReviewSession reviewSession(ReviewSessionId id) {
        return reviewSessions.find(id).orElseThrow(() -> new NoSuchReviewSession(id));
    }

    private static void requireAccount(Identity viewer) {
        if (viewer.isGuest()) {
            throw new NotAllowed("A guest sees a review session only through the link");
        }
    }
}
