package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.MalformedJson;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Where everything goes that the hub thread reports: to the handlers, to those who wait, and to the listeners. */
final class Reception implements HubLoop.Listener {

    private static final Logger LOG = System.getLogger(Reception.class.getName());

    private final JsonLimits limits;
    private final HubNews news;
    private final Dispatcher dispatcher;
    private final ReplyWaiters replies;
    private final Optional<GapFiller> gap;
    private final Executor callbacks;

    // Written by the hub thread, read anywhere.
    private volatile Optional<Instant> lastReceived = Optional.empty();

    Reception(
            JsonLimits limits,
            HubNews news,
            Dispatcher dispatcher,
            ReplyWaiters replies,
            Optional<GapFiller> gap,
            Executor callbacks) {
        this.limits = limits;
        this.news = news;
        this.dispatcher = dispatcher;
        this.replies = replies;
        this.gap = gap;
        this.callbacks = callbacks;
    }

    Optional<Instant> lastReceived() {
        return lastReceived;
    }

    @Override
    public void moved(HubStatus next) {
        var before = news.status().state();
        news.moved(next);
        if (next.state() == HubState.LIVE) {
            dispatcher.dispatch(Event.of(MetaTopics.CONNECTED, JsonValue.EMPTY_JSON_OBJECT), 0);
        } else if (before == HubState.LIVE) {
            dispatcher.dispatch(Event.of(MetaTopics.DISCONNECTED, JsonValue.EMPTY_JSON_OBJECT), 0);
        }
        if (next.state() == HubState.REFUSED) {
            news.tell(listener -> listener.refused(next.detail().orElse("")));
        }
    }

    @Override
    public void opened() {
        gap.ifPresent(GapFiller::opened);
        news.tell(HubListener::opened);
    }

    @Override
    public void unreached(String why) {
        news.tell(listener -> listener.unreached(why));
    }

    @Override
    public void subscribed(int subscriptions) {
        news.tell(listener -> listener.subscribed(subscriptions));
        gap.ifPresent(GapFiller::live);
    }

    @Override
    public void answered(Subscriber subscriber, Delivery answer) {
        callbacks.execute(() -> subscriber.confirmation().complete(answer));
        if (answer.result() == Delivery.Result.REFUSED) {
            news.tell(listener -> listener.subscriptionRefused(subscriber, answer.detail()));
        }
    }

    @Override
    public void received(Instant when) {
        lastReceived = Optional.of(when);
    }

    @Override
    public void event(String json) {
        Event event;
        try {
            event = EventFrame.read(json, limits);
        } catch (MalformedJson | MalformedEvent e) {
            var why = String.valueOf(e.getMessage());
            unreadable("an event cannot be read: " + why);
            news.tell(listener -> listener.unreadableEvent(json, why));
            return;
        }
        if (event.topic().equals(MetaTopics.REPLY)) {
            replies.received(event);
        }
        if (gap.isPresent()) {
            gap.get().take(event, json.length());
        } else {
            dispatcher.dispatch(event, json.length());
        }
    }

    @Override
    public void unreadable(String why) {
        LOG.log(Level.WARNING, "The hub sent what is passed over: {0}", why);
        news.tell(listener -> listener.unreadable(why));
    }

    @Override
    public void lost(String why) {
        gap.ifPresent(GapFiller::lost);
        news.tell(listener -> listener.lost(why));
    }
}
