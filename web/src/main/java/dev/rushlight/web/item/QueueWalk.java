package dev.rushlight.web.item;

import dev.rushlight.people.Identity;
import dev.rushlight.review.Kind;
import dev.rushlight.review.QueueCount;
import dev.rushlight.review.QueueCursor;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemId;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.review.ReviewQueue;
import java.util.Optional;

/**
 * The way through the part of the queue that somebody came from. It goes on from where the item stood when they came to
 * it: a vote moves it, and they do not want to begin anew.
 */
final class QueueWalk implements Walk {

    /** Counting goes one further than what is shown. */
    static final int COUNTED = 100;

    private final ReviewQueue queue;
    private final FirstMedium firstMedium;
    private final Room room;
    private final Optional<QueueCursor> place;

    QueueWalk(ReviewQueue queue, FirstMedium firstMedium, Room room) {
        this.queue = queue;
        this.firstMedium = firstMedium;
        this.room = room;
        place = place(room.person(), filter());
    }

    @Override
    public Optional<ReviewItemId> next() {
        return following().map(ReviewItemSummary::id);
    }

    private Optional<ReviewItemSummary> following() {
        return place.flatMap(here -> queue.next(room.person(), filter(), here));
    }

    @Override
    public Optional<String> nextMedia() {
        return following()
                .filter(next -> next.kind() == Kind.ASSET)
                .flatMap(next -> firstMedium.of(room.person(), next.id(), next.version()));
    }

    @Override
    public Optional<ReviewItemId> previous() {
        return place.flatMap(here -> queue.previous(room.person(), filter(), here))
                .map(ReviewItemSummary::id);
    }

    /** With the filters that they chose. */
    @Override
    public Optional<ReviewItemId> nextToDecide() {
        var person = room.person();
        var toDecide = filter().tab() == QueueTab.NEEDS_ME ? filter() : QueueFilter.of(QueueTab.NEEDS_ME);
        return place(person, toDecide)
                .flatMap(here -> queue.next(person, toDecide, here))
                .map(ReviewItemSummary::id);
    }

    @Override
    public Whereabouts whereabouts() {
        var person = room.person();
        var left = person.isGuest() ? new QueueCount(0, true) : queue.count(person, filter(), COUNTED);
        return Whereabouts.inTheQueue(words(left));
    }

    private String words(QueueCount count) {
        var number = Math.min(count.items(), COUNTED - 1) + (count.isExact() ? "" : "+");
        if (filter().tab() != QueueTab.NEEDS_ME) {
            return count.items() == 1 ? "1 item" : number + " items";
        }
        return count.items() == 0 ? "Nothing waits for you" : number + " left";
    }

    private QueueFilter filter() {
        return room.from().queue();
    }

    /** Guests have no queue. */
    private Optional<QueueCursor> place(Identity person, QueueFilter filter) {
        return person.isGuest()
                ? Optional.empty()
                : queue.place(person, filter, room.item().id());
    }
}
