package dev.rushlight.review;

import dev.rushlight.exchange.DeliveryMoved;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Passes on that a review item looks different once the event about its decision came a step further. */
@ApplicationScoped
public class DeliveryNews {

    private final Event<ReviewItemChanged> changes;

    @Inject
    DeliveryNews(Event<ReviewItemChanged> changes) {
        this.changes = changes;
    }

    @SuppressWarnings({"NullAway", "DataFlowIssue"})
    protected DeliveryNews() { // for CDI
        this(null);
    }

    void on(@Observes DeliveryMoved move) {
        changes.fire(new ReviewItemChanged(new ReviewItemId(move.line())));
    }
}
