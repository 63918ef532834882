package dev.rushlight.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Catches up on what came in before there was a search. */
@ApplicationScoped
@Transactional
public class SearchDesk {

    private final JpaReviewItems items;
    private final JpaSearch search;
    private final QueueKeeping queue;

    @Inject
    SearchDesk(JpaReviewItems items, JpaSearch search, QueueKeeping queue) {
        this.items = items;
        this.search = search;
        this.queue = queue;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected SearchDesk() { // for CDI
        this(null, null, null);
    }

    /**
     * Makes older items found, and answers how many it took on. To be repeated until that is none; several processes may do
     * so at the same time, and be stopped at any.
     */
    public int backfill(int most) {
        var pending = search.pending(most);
        for (var id : pending) {
            items.locked(id).ifPresent(this::catchUp);
        }
        search.settled(pending);
        return pending.size();
    }

    private void catchUp(ReviewItem item) {
        var version = items.version(item.id(), item.currentVersion()).orElseThrow();
        queue.catchUp(item, version, items.votes(version.id()).inForce());
    }
}
