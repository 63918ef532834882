package dev.rushlight.hub.event;

import dev.rushlight.hub.Backoff;
import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.event.ReplyWaiters.Replies;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
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
 * or there was no room. Until then it is sent, once on each connection, always with the same event id and in the order of
 * publishing.
 *
 * <p>Handlers get events in wire order, one at a time, on a thread of their own. Stages complete on a few threads kept
 * for that. Neither may run on the hub's own thread, so a slow or throwing one harms nobody else.
 *
 * <p>What a server publishes while the connection is lost is not heard, unless the hub has a {@link CatchUp}.
 */
public final class EventHub implements AutoCloseable {

    private static final int USUAL_PRIORITY = 100;

    private final URI server;
    private final HubEngine engine;

    private EventHub(Builder options) {
        server = options.settings.server();
        engine = new HubEngine(options);
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
        return engine.id;
    }

    /**
     * Begins to connect in the background; when waiting for the next try, tries now.
     *
     * @throws IllegalStateException if the hub is closed
     */
    public void connect() {
        engine.connect();
    }

    /** Completes with the outcome of the first try to connect, or with the hub's closing. */
    public CompletionStage<HubStatus> firstSettled() {
        return engine.news.firstSettled().minimalCompletionStage();
    }

    /** Blocks until the hub is live; false if that takes too long or can no longer be. */
    public boolean awaitLive(Duration longest) {
        return engine.news.awaitLive(longest);
    }

    public HubStatus status() {
        return engine.news.status();
    }

    /** Calls the listener with every status from now on, in order; running the result ends that. */
    public Runnable onStatus(Consumer<HubStatus> listener) {
        return listen(new HubListener() {
            @Override
            public void moved(HubStatus status) {
                listener.accept(status);
            }
        });
    }

    /** Tells the listener what happens to the connection from now on, in order; running the result ends that. */
    public Runnable listen(HubListener listener) {
        return engine.news.follow(listener);
    }

    /** When the server last showed a sign of life, of whatever kind. */
    public Optional<Instant> lastReceived() {
        return engine.reception.lastReceived();
    }

    /**
     * Hands the events that match to the handler, from now on.
     *
     * @throws MalformedExpression if the expression is not one
     */
    public Subscription subscribe(String expression, EventHandler handler) {
        return subscribe(expression, JsonValue.EMPTY_JSON_OBJECT, USUAL_PRIORITY, handler);
    }

    /** As {@link #subscribe(String, EventHandler)}, for a handler that may keep events from those that come next. */
    public Subscription subscribe(String expression, DispatchHandler handler) {
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
        return subscribe(expression, subscriber, priority, (event, dispatch) -> handler.handle(event));
    }

    /** As the other one, for a handler that may keep events from the subscribers that come next. */
    public Subscription subscribe(String expression, JsonObject subscriber, int priority, DispatchHandler handler) {
        return engine.subscribe(expression, subscriber, priority, handler);
    }

    /** Publishes to the server; what the event's source lacks is filled in. */
    public CompletionStage<Delivery> publish(Event event) {
        return engine.publish(event);
    }

    /**
     * Publishes to the server and completes with the first reply, or with {@link NoReply} if the event was not
     * accepted, no reply came in time, or the hub was closed.
     */
    public CompletionStage<Event> publishAndAwaitReply(Event event, Duration deadline) {
        return engine.publishAndAwait(event, deadline, new Replies(event.id(), 1, false))
                .thenApply(all -> all.get(0));
    }

    /**
     * Publishes to the server and completes with the replies that came until the deadline, or as soon as there are so
     * many; or with {@link NoReply} if the event was not accepted or the hub was closed.
     */
    public CompletionStage<List<Event>> publishAndCollect(Event event, Duration deadline, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("At least one reply must be wanted, not " + most);
        }
        return engine.publishAndAwait(event, deadline, new Replies(event.id(), most, true));
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
        return engine.dispatcher.dispatchHere(event);
    }

    /**
     * Takes the subscriptions back, says goodbye and closes; whatever is not settled settles now. Events that were heard
     * before are still handled. Idempotent, and done within two seconds; what handlers have not begun by then is dropped.
     * From a handler it does not wait for handlers.
     */
    @Override
    public void close() {
        engine.close();
    }

    @Override
    public String toString() {
        return "EventHub[%s, %s]".formatted(server, status().state());
    }

    /** What is not settled yet, as the hub thread sees it. */
    CompletionStage<HubCounts> counts() {
        return engine.counts();
    }

    /** Everything about a hub that can be other than usual. */
    public static final class Builder {

        final HubSettings settings;
        Clock clock = Clock.systemUTC();
        RandomGenerator random = RandomGenerator.getDefault();
        Backoff backoff = Backoff.ofReconnect();
        HubTimes times = HubTimes.usual();
        int maxEvents = 10_000;
        long maxBytes = 8L << 20;
        int maxMessageBytes = 10 << 20;
        int maxEventBytes = 1 << 20;
        boolean resendAfterLoss = true;
        Optional<CatchUp> catchUp = Optional.empty();
        Optional<LastSeen> lastSeen = Optional.empty();
        Optional<ScheduledExecutorService> hubThread = Optional.empty();
        Optional<Executor> handlers = Optional.empty();

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

        /** The longest message that is read; nothing longer is sent either. */
        public Builder messageLimit(int bytes) {
            maxMessageBytes = bytes;
            return this;
        }

        /**
         * The largest event that is sent, as the whole message that it is on the wire: 1 MiB (1,048,576 bytes) unless said
         * otherwise, which is what Rushlight's own hub takes. A larger one is refused at once. Raise this only for a hub that
         * takes more: others end the connection over it, and when that has happened twice the event is unconfirmed.
         */
        public Builder eventLimit(int bytes) {
            maxEventBytes = bytes;
            return this;
        }

        /** How long one try to connect may take. */
        public Builder connectDeadline(Duration deadline) {
            times = times.withAttempt(deadline);
            return this;
        }

        /**
         * How long the server may take to answer a subscription before the connection counts as lost; twice as long it may
         * take nothing of what is sent to it.
         */
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

        /**
         * Asks for what was missed after each reconnect; meanwhile, but no longer than the deadline, new events wait.
         * With this no event is handled twice that has the id of one of the last twenty thousand.
         */
        public Builder catchUp(CatchUp other, Duration deadline) {
            catchUp = Optional.of(other);
            times = times.withCatchUp(deadline);
            return this;
        }

        /** Has the first connection catch up, too, from where an earlier hub ended. */
        public Builder lastSeen(LastSeen last) {
            lastSeen = Optional.of(last);
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
