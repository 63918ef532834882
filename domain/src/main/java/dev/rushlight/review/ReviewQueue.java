package dev.rushlight.review;

import dev.rushlight.exchange.Outbox;
import dev.rushlight.people.Identity;
import dev.rushlight.people.NotAllowed;
import dev.rushlight.people.PeopleDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The queue of review items, read page by page. Each page goes on after the last row of the one before, so rows that move
 * to the top in between neither come twice nor push others out. How long a page takes does not depend on how many items
 * there are. Guests have no queue: they see what they were invited to.
 */
@ApplicationScoped
@Transactional // outside of one, threads of the container share an entity manager
public class ReviewQueue {

    private static final int LARGEST_PAGE = 500;
    private static final int MOST_PAGES_BACK = 20;

    private final JpaQueue queue;
    private final JpaReviewItems items;
    private final PeopleDesk people;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    ReviewQueue(JpaQueue queue, JpaReviewItems items, PeopleDesk people, Outbox outbox, Clock clock) {
        this.queue = queue;
        this.items = items;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected ReviewQueue() { // for CDI
        this(null, null, null, null, null);
    }

    public List<ReviewItemSummary> page(Identity viewer, QueueFilter filter, Optional<QueueCursor> after, int limit) {
        requireMember(viewer);
        var places = read(viewer, filter, after, Math.min(limit, LARGEST_PAGE)).places();
        var rows = queue.items(places.stream().map(QueueCursor::item).toList());
        return summaries(places.stream()
                .filter(place -> rows.containsKey(place.item()))
                .collect(Collectors.toMap(
                        Function.identity(),
                        place -> Objects.requireNonNull(rows.get(place.item())),
                        (one, same) -> one,
                        LinkedHashMap::new)));
    }

    public Optional<ReviewItemSummary> find(Identity viewer, ReviewItemId id) {
        requireMember(viewer);
        return items.find(id)
                .map(item -> Map.of(new QueueCursor(item.updatedAt(), id.value()), item))
                .flatMap(row -> summaries(row).stream().findFirst());
    }

    /** Where an item stands in the order of what a filter shows, whether it shows this one or not. */
    public Optional<QueueCursor> place(Identity viewer, QueueFilter filter, ReviewItemId id) {
        requireMember(viewer);
        return items.find(id)
                .map(item ->
                        new QueueCursor(filter.isByActivity() ? item.updatedAt() : item.submittedAt(), id.value()));
    }

    /** What comes after a place, or from the top once that was the last; never the item whose place it is. */
    public Optional<ReviewItemSummary> next(Identity viewer, QueueFilter filter, QueueCursor place) {
        return page(viewer, filter, Optional.of(place), 1).stream()
                .findFirst()
                .or(() -> page(viewer, filter, Optional.empty(), 2).stream()
                        .filter(row -> !row.id().value().equals(place.item()))
                        .findFirst());
    }

    /** What comes before a place; nothing if that is the top, or too far down to be found. */
    public Optional<ReviewItemSummary> previous(Identity viewer, QueueFilter filter, QueueCursor place) {
        requireMember(viewer);
        var before = Optional.<QueueCursor>empty();
        for (var page = 0; page < MOST_PAGES_BACK; page++) {
            var places = read(viewer, filter, before, LARGEST_PAGE).places();
            for (var known : places) {
                if (QueueCursor.IN_ORDER.compare(known, place) >= 0) {
                    return before.flatMap(last -> find(viewer, new ReviewItemId(last.item())));
                }
                before = Optional.of(known);
            }
            if (places.size() < LARGEST_PAGE) {
                return before.flatMap(last -> find(viewer, new ReviewItemId(last.item())));
            }
        }
        return Optional.empty();
    }

    /** Counts no further than the cap. */
    public QueueCount count(Identity viewer, QueueFilter filter, int cap) {
        requireMember(viewer);
        var found = read(viewer, filter, Optional.empty(), cap);
        var count = found.places().size();
        return new QueueCount(count, count < cap && found.isWhole());
    }

    /** Counts each of the tabs, no further than the cap. */
    public Map<QueueTab, QueueCount> counts(Identity viewer, Set<QueueTab> tabs, int cap) {
        var counts = new EnumMap<QueueTab, QueueCount>(QueueTab.class);
        tabs.forEach(tab -> counts.put(tab, count(viewer, QueueFilter.of(tab), cap)));
        return counts;
    }

    private QueueKeys read(Identity viewer, QueueFilter filter, Optional<QueueCursor> after, int limit) {
        var absent = filter.tab() == QueueTab.NEEDS_ME ? people.representedBy(viewer) : List.<Identity>of();
        return queue.read(viewer, absent, filter, after, limit);
    }

    private static void requireMember(Identity viewer) {
        if (viewer.isGuest()) {
            throw new NotAllowed("Guests see only what they were invited to");
        }
    }

    private List<ReviewItemSummary> summaries(Map<QueueCursor, ReviewItem> page) {
        var last =
                items.lastDecisions(page.values().stream().map(ReviewItem::id).toList());
        var standing =
                outbox.standing(last.values().stream().map(DecisionId::value).toList());
        var now = clock.instant();
        return page.entrySet().stream()
                .map(row -> row.getValue()
                        .summary(
                                Optional.ofNullable(last.get(row.getValue().id()))
                                        .map(decision -> standing.get(decision.value()))
                                        .map(known -> DeliveryState.of(known, now)),
                                row.getKey()))
                .toList();
    }
}
