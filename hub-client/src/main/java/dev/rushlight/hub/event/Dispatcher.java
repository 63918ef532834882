package dev.rushlight.hub.event;

import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Brings events to the handlers that want them, and the handlers' answers to whoever published the event. */
final class Dispatcher {

    private static final Logger LOG = System.getLogger(Dispatcher.class.getName());

    private final Subscribers subscribers;
    private final HandlerLane lane;
    private final HubNews news;
    private final Answers answers;

    // Confined to the hub thread.
    private long missed;

    /** Takes what a handler answered to an event. */
    @FunctionalInterface
    interface Answers {
        void answer(Event request, Subscriber from, JsonValue answer);
    }

    Dispatcher(Subscribers subscribers, HandlerLane lane, HubNews news, Answers answers) {
        this.subscribers = subscribers;
        this.lane = lane;
        this.news = news;
        this.answers = answers;
    }

    /** Has the event handled by those who want it now; called on the hub thread. */
    void dispatch(Event event, int size) {
        var wanting = subscribers.wanting(event);
        var taken = wanting.isEmpty() || lane.offer(() -> handleAndAnswer(wanting, event), size);
        if (!taken && !lane.isClosed()) {
            miss(event);
        }
    }

    /** Has all of the events handled, one after the other, as one piece of work; called on the hub thread. */
    void dispatch(List<Event> events) {
        var taken = lane.offer(() -> events.forEach(event -> handleAndAnswer(subscribers.wanting(event), event)), 0);
        if (!taken && !lane.isClosed()) {
            events.forEach(this::miss);
        }
    }

    /** Has the event handled here and now, and returns the answers. */
    List<JsonValue> dispatchHere(Event event) {
        var all = new ArrayList<JsonValue>();
        var run = new Run();
        for (var subscriber : subscribers.wanting(event)) {
            handle(subscriber, event, run).ifPresent(all::add);
            if (run.isStopped()) {
                break;
            }
        }
        return all;
    }

    private void handleAndAnswer(List<Subscriber> wanting, Event event) {
        var run = new Run();
        for (var subscriber : wanting) {
            var answer = handle(subscriber, event, run);
            // Answering answers would never end.
            if (answer.isPresent()
                    && !event.topic().equals(MetaTopics.REPLY)
                    && event.sourceId().isPresent()) {
                answers.answer(event, subscriber, answer.get());
            }
            if (run.isStopped()) {
                break;
            }
        }
    }

    private void miss(Event event) {
        var soFar = ++missed;
        if (Long.bitCount(soFar) == 1) {
            LOG.log(Level.WARNING, "Handlers are too far behind: {0} events were not handled so far", soFar);
        }
        news.tell(listener -> listener.missed(event, soFar));
    }

    private static Optional<JsonValue> handle(Subscriber subscriber, Event event, Dispatch dispatch) {
        if (!subscriber.isOpen()) {
            return Optional.empty();
        }
        try {
            // Nothing stops a handler from returning null, which then means what it says.
            return Objects.requireNonNullElse(subscriber.handler().handle(event, dispatch), Optional.empty());
        } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
            LOG.log(Level.ERROR, "The handler of " + subscriber + " failed on event " + event.id(), e);
            return Optional.empty();
        }
    }

    private static final class Run implements Dispatch {

        private volatile boolean stopped;

        @Override
        public void stop() {
            stopped = true;
        }

        @Override
        public boolean isStopped() {
            return stopped;
        }
    }
}
