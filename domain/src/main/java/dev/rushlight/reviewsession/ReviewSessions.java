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
    private final JpaEntryOrder order;
    private final JpaGuestLinks guests;
    private final Clock clock;

    @Inject
    ReviewSessions(JpaReviewSessions reviewSessions, JpaEntryOrder order, JpaGuestLinks guests, Clock clock) {
        this.reviewSessions = reviewSessions;
        this.order = order;
        this.guests = guests;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected ReviewSessions() { // for CDI
        this(null, null, null, null);
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

    /** How a review session stands for this person, who looks at one item; nothing if there is no such review session. */
    public Optional<ReviewSessionStanding> standing(Identity viewer, ReviewSessionId id, ReviewItemId item) {
        requireAccount(viewer);
        return reviewSessions
                .find(id)
                .map(reviewSession -> new ReviewSessionStanding(
                        reviewSession.plan().name(),
                        reviewSessions.progress(id),
                        viewer.role().mayVote() ? order.countFor(viewer.id(), id) : 0,
                        here(viewer, reviewSession, item)));
    }

    private Optional<ReviewSessionStanding.Here> here(Identity viewer, ReviewSession reviewSession, ReviewItemId item) {
        return order.find(reviewSession.id(), item).map(row -> {
            var entry = summaries(viewer, reviewSession, List.of(row)).get(0);
            return new ReviewSessionStanding.Here(entry, order.countBefore(reviewSession.id(), entry.cursor()) + 1);
        });
    }

    /** The entries in their order. */
    public List<EntrySummary> entries(Identity viewer, ReviewSessionId id, Optional<EntryCursor> after, int limit) {
        requireAccount(viewer);
        var reviewSession = reviewSession(id);
        return summaries(viewer, reviewSession, order.after(reviewSession, after, Math.min(limit, LARGEST_PAGE)));
    }

    /** The entries that come just before a place, in their order. */
    public List<EntrySummary> entriesBefore(Identity viewer, ReviewSessionId id, EntryCursor before, int limit) {
        requireAccount(viewer);
        var reviewSession = reviewSession(id);
        return summaries(viewer, reviewSession, order.before(reviewSession, before, Math.min(limit, LARGEST_PAGE)));
    }

    private List<EntrySummary> summaries(Identity viewer, ReviewSession reviewSession, List<EntryRow> rows) {
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
        var here = current.flatMap(item -> order.find(id, item)).map(row -> row.cursor(reviewSession.spacing()));
        return order.nextFor(reviewer.id(), reviewSession, here)
                .or(() -> order.nextFor(reviewer.id(), reviewSession, Optional.empty()))
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

    private ReviewSession reviewSession(ReviewSessionId id) {
        return reviewSessions.find(id).orElseThrow(() -> new NoSuchReviewSession(id));
    }

    private static void requireAccount(Identity viewer) {
        if (viewer.isGuest()) {
            throw new NotAllowed("A guest sees a review session only through the link");
        }
    }
}
