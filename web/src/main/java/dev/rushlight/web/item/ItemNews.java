package dev.rushlight.web.item;

import com.vaadin.flow.component.AttachEvent;
import dev.rushlight.review.ReviewItemDetail;
import dev.rushlight.web.live.BackgroundWork;
import dev.rushlight.web.live.Coalesced;
import dev.rushlight.web.live.LiveViews;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What happens elsewhere that the page of an item follows.
 *
 * @param item what is on the page; asked by whatever thread brings news
 * @param refresh something about the item changed, or about its hub
 * @param count something changed that may be on the way to other items
 */
record ItemNews(Supplier<Optional<ReviewItemDetail>> item, Course course, Runnable refresh, Runnable count) {

    /** What is left of the way is counted no more often. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    /** Tells the page for as long as it is attached. */
    void follow(AttachEvent attach, LiveViews live, BackgroundWork background) {
        var changes = new Coalesced<Object>(attach.getUI(), background, ids -> refresh.run());
        var counts = new Coalesced<Object>(attach.getUI(), background, PAUSE, ids -> count.run());
        var stopItem = live.onReviewItem(id -> {
            counts.accept(id);
            if (item.get().filter(known -> known.id().equals(id)).isPresent()) {
                changes.accept(id);
            }
        });
        var stopHub = live.onConnection(id -> {
            if (item.get().filter(known -> known.connection().equals(id)).isPresent()) {
                changes.accept(id);
            }
        });
        var stopSession = live.onReviewSession(id -> {
            if (course.isThrough(id)) {
                counts.accept(id);
            }
        });
        attach.getSource().addDetachListener(detach -> {
            stopItem.run();
            stopHub.run();
            stopSession.run();
            detach.unregisterListener();
        });
    }
}
