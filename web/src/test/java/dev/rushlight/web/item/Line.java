package dev.rushlight.web.item;

import dev.rushlight.people.Identity;
import dev.rushlight.policy.Outcome;
import dev.rushlight.review.QueueCount;
import dev.rushlight.review.QueueCursor;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.review.ReviewQueue;
import dev.rushlight.web.testing.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A queue in which everything waits for everybody, in this order. */
final class Line extends ReviewQueue {

    final List<ReviewItemId> items = new ArrayList<>();
    final List<QueueFilter> asked = new ArrayList<>();

    @Override
    public Optional<QueueCursor> place(Identity viewer, QueueFilter filter, ReviewItemId id) {
        return Optional.of(new QueueCursor(Samples.NOW, id.value()));
    }

    @Override
    public Optional<ReviewItemSummary> next(Identity viewer, QueueFilter filter, QueueCursor place) {
        asked.add(filter);
        return at(items.indexOf(new ReviewItemId(place.item())) + 1);
    }

    @Override
    public Optional<ReviewItemSummary> previous(Identity viewer, QueueFilter filter, QueueCursor place) {
        return at(items.indexOf(new ReviewItemId(place.item())) - 1);
    }

    @Override
    public QueueCount count(Identity viewer, QueueFilter filter, int cap) {
        return new QueueCount(items.size(), true);
    }

    private Optional<ReviewItemSummary> at(int index) {
        return index >= 0 && index < items.size()
                ? Optional.of(Samples.row(items.get(index), "another", Outcome.PENDING))
                : Optional.empty();
    }
}
