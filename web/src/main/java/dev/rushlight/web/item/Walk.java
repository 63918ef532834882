package dev.rushlight.web.item;

import dev.rushlight.people.Identity;
import dev.rushlight.review.Kind;
import dev.rushlight.review.MediaContent;
import dev.rushlight.review.QueueCount;
import dev.rushlight.review.QueueCursor;
import dev.rushlight.review.QueueFilter;
import dev.rushlight.review.QueueTab;
import dev.rushlight.review.ReviewItemSummary;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.ReviewQueue;
import dev.rushlight.web.look.WebAddress;
import java.util.Optional;

/**
 * The way from item to item through the part of the queue that somebody came from. It goes on from where the item stood
 * when they came to it: a vote moves it, and they do not want to begin anew.
 */
final class Walk {

    /** Counting goes one further than what is shown. */
    static final int COUNTED = 100;

    private final ReviewQueue queue;
    private final ReviewItems items;
    private final Room room;
    private Optional<QueueCursor> place = Optional.empty();

    Walk(ReviewQueue queue, ReviewItems items, Room room) {
        this.queue = queue;
        this.items = items;
        this.room = room;
    }

    /** Another item is on the screen. */
    void enter() {
        place = place(room.person(), room.from());
    }

    Optional<ReviewItemSummary> next() {
        return place.flatMap(here -> queue.next(room.person(), room.from(), here));
    }

    /** What there is to see first in the next item, so that it can be fetched while this one is looked at. */
    Optional<String> nextMedia() {
        return next().filter(next -> next.kind() == Kind.ASSET)
                .flatMap(next -> items.version(room.person(), next.id(), next.version()))
                .map(version -> (MediaContent) items.content(room.person(), version.id()))
                .flatMap(content -> content.media().stream().findFirst())
                .flatMap(media -> WebAddress.of(media.url()));
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
