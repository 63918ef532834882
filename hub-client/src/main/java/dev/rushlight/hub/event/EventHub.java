package dev.rushlight.hub.event;

import dev.rushlight.hub.Backoff;
import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.JsonLimits;
import dev.rushlight.hub.JsonText;
import dev.rushlight.hub.MalformedJson;
import dev.rushlight.hub.socketio.HubSockets;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * A connection to an event server that comes back by itself.
 *
 * <p>{@link #connect} begins in the background; the hub is LIVE once the server has acknowledged every subscription.
 * When the connection is lost, however silently, the hub tries again after a short, growing, random wait, announces the
 * subscriptions again and only then calls itself LIVE. Wrong credentials end that: the hub is REFUSED until
 * {@link #connect} is called again.
 *
 * <p>Subscribing, publishing and closing work in every state, from any thread, and wait for nothing. A publish settles
 * exactly once: acknowledged by the server, refused by it, or unconfirmed when its deadline passed, the hub was closed
 * or there was no room. Until then it is sent, and sent again with the same event id, in the order of publishing.
 *
 * <p>Handlers get events in wire order, one at a time, on a thread of their own. Stages complete on a few threads kept
 * for that. Neither may run on the hub's own thread, so a slow or throwing one harms nobody else.
 */
public final class EventHub implements AutoCloseable {

    private static final Logger LOG = System.getLogger(EventHub.class.getName());
    private static final JsonProvider JSON = JsonProvider.provider();
    private static final int MOST_NOTICES = 10_000;
    private static final int MOST_UNHANDLED_EVENTS = 10_000;
    private static final long MOST_UNHANDLED_BYTES = 64L << 20;
    private static final int USUAL_PRIORITY = 100;
    private static final Delivery CLOSED = Delivery.unconfirmed("the hub connection was closed");
    private static final int LARGEST_SUBSCRIBER = 64 * 1024;
    private static final int DEEPEST_SUBSCRIBER = 32;
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(2);

    private final String id = Event.newId();
    private final HubSettings settings;
    private final HubTimes times;
    private final JsonLimits limits;
    private final JsonObject self;
    private final HubThread thread;
    private final ThreadPoolExecutor callbackThreads;
    private final ThreadPoolExecutor connectorThreads;
    private final Executor callbacks;
    private final HandlerLane handlers;
    private final HandlerLane notices;
    private final Subscribers subscribers = new Subscribers();
    private final Publications publications;
    private final ReplyWaiters replies;
    private final HubLoop loop;
    private final List<Consumer<HubStatus>> statusListeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HubStatus> firstSettled = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong missed = new AtomicLong();
    private final Object statusMonitor = new Object();

    // Written on the hub thread, under the monitor, and read anywhere.
    private volatile HubStatus status;
    private volatile Optional<Instant> lastReceived = Optional.empty();

    private EventHub(Builder builder) {
        settings = builder.settings;
        times = builder.times;
        limits = new JsonLimits(builder.maxMessageBytes, JsonLimits.ofRequest().maxDepth());
        var name = settings.server().getHost();
        callbackThreads = HubThreads.several("hub-callback-" + name, 4);
        connectorThreads = HubThreads.onDemand("hub-connect-" + name, 4);
        callbacks = EventHub.orElseHere(callbackThreads);
        thread = new HubThread(
                builder.hubThread.orElseGet(() -> HubThreads.scheduled("hub-" + name)),
                builder.hubThread.isEmpty(),
                this::failed);
        handlers = new HandlerLane(
                builder.handlers.orElseGet(() -> HubThreads.several("hub-events-" + name, 1)),
                MOST_UNHANDLED_EVENTS,
                MOST_UNHANDLED_BYTES);
        notices = new HandlerLane(callbackThreads, MOST_NOTICES, Long.MAX_VALUE);
        publications = new Publications(
                thread,
                times,
                builder.maxEvents,
                builder.maxBytes,
                builder.resendAfterLoss,
                (publication, delivery) -> settle(publication.promise, delivery));
        replies = new ReplyWaiters(thread, callbacks, builder.maxEvents);
        self = JSON.createObjectBuilder().add("id", id).build();
        status = HubStatus.idle(builder.clock.instant());
        loop = new HubLoop(
                name,
                thread,
                times,
                builder.backoff,
                builder.random,
                builder.clock,
                new HubSockets(settings, builder.maxMessageBytes),
                connectorThreads,
                callbacks,
                subscribers,
                publications,
                new Announcements(),
                new Reports());
    }

    /** A hub with the usual bounds and waits; it does nothing until {@link #connect}. */
    public static EventHub of(HubSettings settings) {
        return builder(settings).build();
    }

    public static Builder builder(HubSettings settings) {
        return new Builder(settings);
    }

    /** The id that this hub's events carry as their source, and to which replies are addressed. */
    public String id() {
        return id;
    }

    /**
     * Begins to connect in the background; when waiting for the next try, tries now.
     *
     * @throws IllegalStateException if the hub is closed
     */
    public void connect() {
        if (closed.get()) {
            throw new IllegalStateException("A closed hub does not connect");
        }
        thread.post(loop::connect);
    }

    /** Completes with the outcome of the first try to connect, or with the hub's closing. */
    public CompletionStage<HubStatus> firstSettled() {
        return firstSettled.minimalCompletionStage();
    }

    /** Blocks until the hub is live; false if that takes too long or can no longer be. */
    public boolean awaitLive(Duration longest) {
        var end = System.nanoTime() + longest.toNanos();
        synchronized (statusMonitor) {
            while (true) {
                switch (status.state()) {
                    case LIVE:
                        return true;
                    case REFUSED, CLOSED:
                        return false;
                    case IDLE, CONNECTING, WAITING:
                        break;
                }
                var left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                try {
                    statusMonitor.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
    }

    public HubStatus status() {
        return status;
    }

    /** Calls the listener with every status from now on, in order; running the result ends that. */
    public Runnable onStatus(Consumer<HubStatus> listener) {
        statusListeners.add(listener);
        return () -> statusListeners.remove(listener);
    }

    /** When the server last showed a sign of life, of whatever kind. */
    public Optional<Instant> lastReceived() {
        return lastReceived;
    }

    /** How many events nobody handled because the handlers were too far behind. */
    public long missed() {
        return missed.get();
    }

    /**
     * Hands the events that match to the handler, from now on.
     *
     * @throws MalformedExpression if the expression is not one
     */
    public Subscription subscribe(String expression, EventHandler handler) {
        return subscribe(expression, JsonValue.EMPTY_JSON_OBJECT, USUAL_PRIORITY, handler);
    }

    /**
     * Hands the events that match, and whose target matches the subscriber, to the handler, from now on.
     *
     * @param subscriber what is known of the subscriber; its {@code id} must be unique here and is made if missing; at
     *     most 64 KiB, whole characters only
     * @param priority who hears of an event first: lower numbers before higher ones
     * @throws MalformedExpression if the expression is not one
     * @throws SubscriberNotUnique if the id is taken
     */
    public Subscription subscribe(String expression, JsonObject subscriber, int priority, EventHandler handler) {
        var added = new Subscriber(
                Expression.compile(expression), withId(subscriber), priority, handler, this::unsubscribed);
        subscribers.add(added);
        if (!thread.post(() -> loop.announce(added))) {
            settle(added.confirmation(), CLOSED);
        }
        return added;
    }

    /** Publishes to the server; what the event's source lacks is filled in. */
    public CompletionStage<Delivery> publish(Event event) {
        return publish(event, times.publish());
    }

    /**
     * Publishes to the server and completes with the first reply, or with {@link NoReply} if the event was not
     * accepted, no reply came in time, or the hub was closed.
     */
    public CompletionStage<Event> publishAndAwaitReply(Event event, Duration deadline) {
        var promise = new CompletableFuture<Event>();
        if (!thread.post(() -> replies.add(event.id(), deadline, promise))) {
            promise.completeExceptionally(new NoReply(event.id(), CLOSED.detail()));
            return promise.minimalCompletionStage();
        }
        publish(event, deadline.compareTo(times.publish()) < 0 ? deadline : times.publish())
                .thenAccept(delivery -> {
                    if (delivery.result() != Delivery.Result.ACKNOWLEDGED) {
                        thread.post(() -> replies.giveUp(event.id(), promise, delivery.detail()));
                    }
                });
        return promise.minimalCompletionStage();
    }

    /** Answers an event; refused without being sent if the event does not say whom to answer. */
    public CompletionStage<Delivery> reply(Event request, JsonValue data) {
        try {
            return publish(Event.replyTo(request, data));
        } catch (MalformedEvent e) {
            return CompletableFuture.completedStage(Delivery.refused(e.getMessage()));
        }
    }

    /** Hands the event to the matching handlers here and now, without the server, and returns what they answer. */
    public List<JsonValue> publishLocally(Event event) {
        var answers = new ArrayList<JsonValue>();
        for (var subscriber : subscribers.wanting(event)) {
            handle(subscriber, event).ifPresent(answers::add);
        }
        return answers;
    }

    /**
     * Takes the subscriptions back, says goodbye and closes; whatever is not settled settles now. Events that were heard
     * before are still handled. Idempotent, and done within two seconds; what handlers have not begun by then is dropped.
     * From a handler it does not wait for handlers.
     */
    @Override
    public void close() {
        var end = System.nanoTime() + LONGEST_GOODBYE.toNanos();
        if (closed.compareAndSet(false, true)) {
            handlers.close(end);
            if (!thread.post(this::closeHere)) {
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

    @Override
    public String toString() {
        return "EventHub[%s, %s]".formatted(settings.server(), status.state());
    }

    private CompletionStage<Delivery> publish(Event event, Duration deadline) {
        var envelope = event.withSource(completed(event.source())).toJson();
        if (!JsonText.isWithinDepth(envelope, limits.maxDepth() - 2)) {
            return CompletableFuture.completedStage(
                    Delivery.refused("the event is nested deeper than " + (limits.maxDepth() - 2)));
        }
        var frame = EventFrame.write(envelope);
        if (!JsonText.isWholeText(frame)) {
            return CompletableFuture.completedStage(Delivery.refused("the event holds half of a surrogate pair"));
        }
        var size = JsonText.utf8Length(frame);
        if (size > limits.maxBytes()) {
            return CompletableFuture.completedStage(Delivery.refused(
                    "the event has %s bytes, and at most %s are sent".formatted(size, limits.maxBytes())));
        }
        var publication = new Publication(event.id(), frame);
        if (!publications.reserve(publication)) {
            return CompletableFuture.completedStage(Delivery.unconfirmed("too much is waiting to be sent"));
        }
        if (!thread.post(() -> addPublication(publication, deadline))) {
            publications.release(publication);
            return CompletableFuture.completedStage(CLOSED);
        }
        return publication.promise.minimalCompletionStage();
    }

    private void addPublication(Publication publication, Duration deadline) {
        publications.add(publication, deadline);
        if (status.state() == HubState.CLOSED) {
            publications.abandon(CLOSED.detail());
        }
    }

    private void closeHere() {
        replies.abandon(CLOSED.detail());
        subscribers.all().forEach(it -> settle(it.confirmation(), CLOSED));
        loop.close(this::endThreads);
    }

    /** Runs on any thread, once nothing is left to do. */
    private void endThreads() {
        thread.end();
        connectorThreads.shutdown();
        callbackThreads.shutdown();
        ended.complete(null);
    }

    private void unsubscribed(Subscriber subscriber) {
        subscribers.remove(subscriber);
        settle(subscriber.confirmation(), Delivery.unconfirmed("the subscription was closed"));
        thread.post(() -> loop.retract(subscriber));
    }

    private void failed(Throwable failure) {
        loop.fail(failure);
    }

    private <T> void settle(CompletableFuture<T> promise, T outcome) {
        callbacks.execute(() -> promise.complete(outcome));
    }

    private void dispatch(Event event, int size) {
        var wanting = subscribers.wanting(event);
        if (wanting.isEmpty()) {
            return;
        }
        var taken = handlers.offer(() -> wanting.forEach(subscriber -> handleAndReply(subscriber, event)), size);
        if (!taken && !closed.get()) {
            var count = missed.incrementAndGet();
            LOG.log(
                    Level.WARNING,
                    "Handlers are too far behind: event {0} on {1} is not handled ({2} so far)",
                    event.id(),
                    event.topic(),
                    count);
        }
    }

    private void handleAndReply(Subscriber subscriber, Event event) {
        var answer = handle(subscriber, event);
        // Answering answers would never end.
        if (answer.isPresent()
                && !event.topic().equals(MetaTopics.REPLY)
                && event.sourceId().isPresent()) {
            try {
                publish(Event.replyTo(event, answer.get()).withSource(subscriber.subscriber()));
            } catch (MalformedEvent e) {
                LOG.log(Level.WARNING, "An answer has nowhere to go: {0}", e.getMessage());
            }
        }
    }

    private static Optional<JsonValue> handle(Subscriber subscriber, Event event) {
        if (!subscriber.isOpen()) {
            return Optional.empty();
        }
        try {
            return subscriber.handler().handle(event);
        } catch (Exception | StackOverflowError | AssertionError | LinkageError e) {
            LOG.log(Level.ERROR, "The handler of " + subscriber + " failed on event " + event.id(), e);
            return Optional.empty();
        }
    }

    private JsonObject completed(JsonObject source) {
        var user = JSON.createObjectBuilder()
                .add("username", settings.credentials().user())
                .build();
        var builder = JSON.createObjectBuilder();
        builder.add("id", id);
        builder.add("user", user);
        LocalHost.name().ifPresent(host -> builder.add("host", host));
        builder.add("applicationId", settings.applicationId());
        source.forEach(builder::add);
        return builder.build();
    }

    private static JsonObject withId(JsonObject subscriber) {
        if (!JsonText.isWithinDepth(subscriber, DEEPEST_SUBSCRIBER)) {
            throw new IllegalArgumentException("A subscriber is nested deeper than " + DEEPEST_SUBSCRIBER);
        }
        var text = subscriber.toString();
        if (!JsonText.isWholeText(text)) {
            throw new IllegalArgumentException("A subscriber holds half of a surrogate pair");
        }
        if (JsonText.utf8Length(text) > LARGEST_SUBSCRIBER) {
            throw new IllegalArgumentException("A subscriber has more than " + LARGEST_SUBSCRIBER + " bytes");
        }
        if (subscriber.get("id") instanceof JsonString given
                && !given.getString().isBlank()) {
            return subscriber;
        }
        return JSON.createObjectBuilder(subscriber).add("id", Event.newId()).build();
    }

    private static Executor orElseHere(Executor executor) {
        return task -> {
            try {
                executor.execute(task);
            } catch (RejectedExecutionException e) {
                task.run();
            }
        };
    }

    /** What this hub tells its server of subscriptions. */
    private final class Announcements implements HubLoop.Announcer {

        @Override
        public JsonObject self() {
            return self;
        }

        @Override
        public String frame(String topic, JsonObject data) {
            return EventFrame.write(Event.of(topic, data).withSource(completed(JsonValue.EMPTY_JSON_OBJECT)));
        }
    }

    /** What the hub thread reports, and what becomes of it. */
    private final class Reports implements HubLoop.Listener {

        @Override
        public void moved(HubStatus next) {
            var before = status.state();
            synchronized (statusMonitor) {
                status = next;
                statusMonitor.notifyAll();
            }
            if (next.state() != HubState.CONNECTING) {
                settle(firstSettled, next);
            }
            notices.offer(() -> statusListeners.forEach(listener -> tell(listener, next)), 0);
            if (next.state() == HubState.LIVE) {
                dispatch(Event.of(MetaTopics.CONNECTED, JsonValue.EMPTY_JSON_OBJECT), 0);
            } else if (before == HubState.LIVE) {
                dispatch(Event.of(MetaTopics.DISCONNECTED, JsonValue.EMPTY_JSON_OBJECT), 0);
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
                LOG.log(Level.WARNING, "The hub sent an event that cannot be read: {0}", e.getMessage());
                return;
            }
            if (event.topic().equals(MetaTopics.REPLY)) {
                replies.received(event);
            }
            dispatch(event, json.length());
        }

        @Override
        public void answered(Subscriber subscriber, Delivery answer) {
            settle(subscriber.confirmation(), answer);
        }

        private void tell(Consumer<HubStatus> listener, HubStatus next) {
            try {
                listener.accept(next);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "A status listener failed", e);
            }
        }
    }

    /** Everything about a hub that can be other than usual. */
    public static final class Builder {

        private final HubSettings settings;
        private Clock clock = Clock.systemUTC();
        private RandomGenerator random = RandomGenerator.getDefault();
        private Backoff backoff = Backoff.ofReconnect();
        private HubTimes times = HubTimes.usual();
        private int maxEvents = 1_000;
        private long maxBytes = 8L << 20;
        private int maxMessageBytes = 10 << 20;
        private boolean resendAfterLoss = true;
        private Optional<ScheduledExecutorService> hubThread = Optional.empty();
        private Optional<Executor> handlers = Optional.empty();

        private Builder(HubSettings settings) {
            this.settings = settings;
        }

        public Builder clock(Clock other) {
            clock = other;
            return this;
        }

        public Builder random(RandomGenerator other) {
            random = other;
            return this;
        }

        /** How long to wait before the next try to connect. */
        public Builder backoff(Backoff other) {
            backoff = other;
            return this;
        }

        /** How many publishes, and of how many characters together, may be unsettled at a time. */
        public Builder unsettledLimit(int events, long characters) {
            maxEvents = events;
            maxBytes = characters;
            return this;
        }

        /**
         * Whether a new connection gets again what the lost one did not acknowledge, which is what most want. Otherwise
         * it settles as UNCONFIRMED at once, for those who keep a queue of their own.
         */
        public Builder resendAfterLoss(boolean wanted) {
            resendAfterLoss = wanted;
            return this;
        }

        /** The longest message that is sent or read. */
        public Builder messageLimit(int bytes) {
            maxMessageBytes = bytes;
            return this;
        }

        /** How long one try to connect may take. */
        public Builder connectDeadline(Duration deadline) {
            times = times.withAttempt(deadline);
            return this;
        }

        /** How long the server may take to answer one packet before it is sent again. */
        public Builder acknowledgementDeadline(Duration deadline) {
            times = times.withAcknowledgement(deadline);
            return this;
        }

        /** How long a publish may take to settle. */
        public Builder publishDeadline(Duration deadline) {
            times = times.withPublish(deadline);
            return this;
        }

        /** How long the server may be silent before the connection counts as lost. */
        public Builder silence(Duration longest) {
            times = times.withSilence(longest);
            return this;
        }

        /** How long a hub must have been live for its loss to be tried again as quickly as a first one. */
        public Builder stableAfter(Duration live) {
            times = times.withStable(live);
            return this;
        }

        /** Runs the hub on a thread of the caller's: it must be a single one, and does not end with the hub. */
        public Builder hubThread(ScheduledExecutorService thread) {
            hubThread = Optional.of(thread);
            return this;
        }

        /** Runs the handlers on the caller's executor, still in order and one at a time. */
        public Builder handlers(Executor executor) {
            handlers = Optional.of(executor);
            return this;
        }

        public EventHub build() {
            return new EventHub(this);
        }
    }
}
