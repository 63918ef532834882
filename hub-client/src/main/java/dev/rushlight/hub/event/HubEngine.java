package dev.rushlight.hub.event;

import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.event.ReplyWaiters.Replies;
import dev.rushlight.hub.socketio.HubSockets;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** The parts of a hub, put together: brings calls from any thread to the hub thread, and ends everything in order. */
final class HubEngine {

    private static final Logger LOG = System.getLogger(HubEngine.class.getName());
    private static final int MOST_UNHANDLED_EVENTS = 10_000;
    private static final long MOST_UNHANDLED_BYTES = 64L << 20;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);

    final String id = Event.newId();
    final HubNews news;
    final Dispatcher dispatcher;
    final Reception reception;

    private final HubTimes times;
    private final HubThread thread;
    private final HubPools pools;
    private final HandlerLane handlers;
    private final Subscribers subscribers = new Subscribers();
    private final Publications publications;
    private final Publisher publisher;
    private final ReplyWaiters replies;
    private final Optional<GapFiller> gap;
    private final HubLoop loop;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();

    HubEngine(EventHub.Builder options) {
        times = options.times;
        var name = options.settings.server().getHost();
        var deepest = JsonLimits.ofRequest().maxDepth();
        var incoming = new JsonLimits(options.maxMessageBytes, deepest);
        // Whoever publishes hears the event too, if he subscribed to it.
        var outgoing = new JsonLimits(Math.min(options.maxEventBytes, options.maxMessageBytes), deepest);
        pools = new HubPools(name);
        thread = new HubThread(
                options.hubThread.orElseGet(() -> HubThreads.scheduled("hub-" + name)),
                options.hubThread.isEmpty(),
                this::failed);
        handlers = new HandlerLane(
                options.handlers.orElseGet(() -> HubThreads.several("hub-events-" + name, 1)),
                MOST_UNHANDLED_EVENTS,
                MOST_UNHANDLED_BYTES);
        news = new HubNews(HubStatus.idle(options.clock.instant()), pools.listeners(), pools.callbacks());
        dispatcher = new Dispatcher(subscribers, handlers, news, this::answer);
        publications = new Publications(
                thread,
                options.maxEvents,
                options.maxBytes,
                options.resendAfterLoss,
                (publication, delivery) -> settle(publication.promise, delivery),
                count -> news.tell(listener -> listener.resent(count)));
        var source = new OwnSource(id, options.settings);
        publisher = new Publisher(source, outgoing, thread, publications);
        replies = new ReplyWaiters(thread, pools.callbacks(), options.maxEvents);
        gap = options.catchUp.map(catchUp -> new GapFiller(
                catchUp, options.lastSeen, times.catchUp(), thread, pools.catchUp(), options.clock, dispatcher, news));
        reception = new Reception(incoming, news, dispatcher, replies, gap, pools.callbacks());
        loop = new HubLoop(
                name,
                thread,
                times,
                options.backoff,
                options.random,
                options.clock,
                new HubSockets(options.settings, options.maxMessageBytes),
                pools,
                subscribers,
                publications,
                new Announcements(id, source),
                reception);
    }

    void connect() {
        if (closed.get()) {
            throw new IllegalStateException("A closed hub does not connect");
        }
        thread.post(loop::connect);
    }

    Subscription subscribe(String expression, JsonObject subscriber, int priority, DispatchHandler handler) {
        var added = Subscriber.of(Expression.compile(expression), subscriber, priority, handler, this::unsubscribed);
        subscribers.add(added);
        // Whoever closes the hub from here on finds the subscriber among those that are to be told.
        if (closed.get() || !thread.post(() -> loop.announce(added))) {
            settle(added.confirmation(), Publisher.CLOSED);
        }
        return added;
    }

    CompletionStage<Delivery> publish(Event event) {
        return publisher.publish(event, times.publish());
    }

    /** Publishes an event and completes the replies' promise, whatever becomes of it. */
    CompletionStage<List<Event>> publishAndAwait(Event event, Duration deadline, Replies awaited) {
        if (!thread.post(() -> replies.add(awaited, deadline))) {
            awaited.promise().completeExceptionally(new NoReply(event.id(), Publisher.CLOSED.detail()));
            return awaited.promise().minimalCompletionStage();
        }
        publisher
                .publish(event, deadline.compareTo(times.publish()) < 0 ? deadline : times.publish())
                .thenAccept(delivery -> {
                    if (delivery.result() != Delivery.Result.ACKNOWLEDGED) {
                        thread.post(() -> replies.giveUp(awaited, delivery));
                    }
                });
        return awaited.promise().minimalCompletionStage();
    }

    /** What is not settled yet, as the hub thread sees it. */
    CompletionStage<HubCounts> counts() {
        var counts = new CompletableFuture<HubCounts>();
        thread.post(
                () -> counts.complete(new HubCounts(publications.count(), loop.unansweredPackets(), replies.count())));
        return counts;
    }

    void close() {
        var end = System.nanoTime() + LONGEST_GOODBYE.toNanos();
        if (closed.compareAndSet(false, true)) {
            handlers.close(end);
            if (!thread.post(this::closeHere)) {
                tellSubscribers();
                ended.complete(null);
            }
        }
        if (thread.isHere()) {
            return;
        }
        try {
            ended.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (!handlers.awaitIdle(end)) {
                LOG.log(Level.WARNING, "Handlers still run while the hub closes: what they have not begun is dropped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(Level.DEBUG, "The hub connection ends without a goodbye");
        }
    }

    private void closeHere() {
        replies.abandon(Publisher.CLOSED.detail());
        gap.ifPresent(GapFiller::close);
        tellSubscribers();
        loop.close(this::endThreads);
    }

    private void tellSubscribers() {
        subscribers.all().forEach(it -> settle(it.confirmation(), Publisher.CLOSED));
    }

    /** Runs on any thread, once nothing is left to do. */
    private void endThreads() {
        thread.end();
        pools.end();
        ended.complete(null);
    }

    private void unsubscribed(Subscriber subscriber) {
        subscribers.remove(subscriber);
        settle(subscriber.confirmation(), Delivery.unconfirmed("the subscription was closed"));
        thread.post(() -> loop.retract(subscriber));
    }

    private void answer(Event request, Subscriber from, JsonValue answer) {
        try {
            publish(Event.replyTo(request, answer).withSource(from.subscriber()));
        } catch (MalformedEvent e) {
            LOG.log(Level.WARNING, "An answer has nowhere to go: {0}", e.getMessage());
        }
    }

    private void failed(Throwable failure) {
        loop.fail(failure);
    }

    private <T> void settle(CompletableFuture<T> promise, T outcome) {
        pools.callbacks().execute(() -> promise.complete(outcome));
    }
}
