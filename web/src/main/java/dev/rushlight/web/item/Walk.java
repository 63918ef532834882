package dev.rushlight.web.item;

import dev.rushlight.people.Identity;
import dev.rushlight.review.QueueCount;
import dev.rushlight.review.QueueCursor;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.review.ReviewQueue;
import java.util.Optional;

/**
 * The way from item to item through the part of the queue that somebody came from. It goes on from where the item stood
 * when they came to it: a vote moves it, and they do not want to begin anew.
 */
final class Walk {

    /** Counting goes one further than what is shown. */
    static final int COUNTED = 100;

    private final ReviewQueue queue;
    private final Room room;
    private Optional<QueueCursor> place = Optional.empty();

    Walk(ReviewQueue queue, Room room) {
        this.queue = queue;
        this.room = room;
    }

    /** Another item is on the screen. */
    void enter() {
        place = place(room.person(), room.from());
    }

    Optional<ReviewItemSummary> next() {
        return place.flatMap(here -> queue.next(room.person(), room.from(), here));
    }

    Optional<ReviewItemSummary> previous() {
        return place.flatMap(here -> queue.previous(room.person(), room.from(), here));
    }

    /** What waits for this person after this item, with the filters that they chose. */
    Optional<ReviewItemSummary> nextToDecide() {
        var person = room.person();
        var toDecide = room.from().tab() == QueueTab.NEEDS_ME ? room.from() : QueueFilter.of(QueueTab.NEEDS_ME);
        return place(person, toDecide).flatMap(here -> queue.next(person, toDecide, here));
    }

    /** How much is left in this part of the queue. */
    QueueCount left() {
        var person = room.person();
        return person.isGuest() ? new QueueCount(0, true) : queue.count(person, room.from(), COUNTED);
    }

    /** Guests have no queue. */
    private Optional<QueueCursor> place(Identity person, QueueFilter filter) {
        return person.isGuest()
                ? Optional.empty()
                : queue.place(person, filter, room.item().id());
    }
}
