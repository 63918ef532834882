package dev.rushlight.review;

import dev.rushlight.exchange.Outbox;
import dev.rushlight.people.Identity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The queue of review items, newest activity first, read page by page. Each page goes on after the last row of the one
 * before, so rows that move to the top in between neither come twice nor push others out.
 */
@ApplicationScoped
@Transactional // outside of one, threads of the container share an entity manager
public class ReviewQueue {

    private static final int LARGEST_PAGE = 500;

    private final JpaReviewItems items;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ReviewQueue(JpaReviewItems items, Outbox outbox, Clock clock) {
        this.items = items;
        this.outbox = outbox;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected ReviewQueue() { // for CDI
        this(null, null, null);
    }

    public List<ReviewItemSummary> page(Identity viewer, QueueFilter filter, Optional<QueueCursor> after, int limit) {
        return summaries(items.page(filter, after, Math.min(limit, LARGEST_PAGE)));
    }

    public Optional<ReviewItemSummary> find(Identity viewer, ReviewItemId id) {
        return summaries(items.find(id).stream().toList()).stream().findFirst();
    }

    /** Counts no further than the cap. */
    public int count(Identity viewer, QueueFilter filter, int cap) {
        return items.count(filter, cap);
    }

    private List<ReviewItemSummary> summaries(List<ReviewItem> page) {
        var last = items.lastDecisions(page.stream().map(ReviewItem::id).toList());
        var standing =
                outbox.standing(last.values().stream().map(DecisionId::value).toList());
        var now = clock.instant();
        return page.stream()
                .map(item -> item.summary(Optional.ofNullable(last.get(item.id()))
                        .map(decision -> standing.get(decision.value()))
                        .map(known -> DeliveryState.of(known, now))))
                .toList();
    }
}
