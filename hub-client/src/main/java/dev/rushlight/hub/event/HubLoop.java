package dev.rushlight.hub.event;

import dev.rushlight.hub.Backoff;
import dev.rushlight.hub.Delivery;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.socketio.HandshakeRefused;
import dev.rushlight.hub.socketio.HubSockets;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * How a hub comes to be live, loses that and comes back: the part of {@link EventHub} that only the hub thread runs.
 *
 * <p>It connects on a thread that may block, announces every subscription, and is live when all were answered. A
 * connection that is lost, whatever the reason, is given up as a whole and a new one is tried after a while.
 */
final class HubLoop implements Connection.Owner {

    private static final Logger LOG = System.getLogger(HubLoop.class.getName());

    private final String name;
    private final HubThread thread;
    private final HubTimes times;
    private final Backoff backoff;
    private final RandomGenerator random;
    private final Clock clock;
    private final HubSockets sockets;
    private final HubPools pools;
    private final Subscribers subscribers;
    private final Publications publications;
    private final Announcements announcements;
    private final Listener listener;

    // Everything below is confined to the hub thread.
    private HubStatus status;
    private Optional<Connection> connection = Optional.empty();
    private Optional<Future<?>> alarm = Optional.empty();
    private long attempt;
    private int failures;
    private int unansweredSubscriptions;
    private long liveSince;
    private long packetId;

    /** Hears of the hub, on the hub thread. */
    interface Listener {

        void moved(HubStatus status);

        void opened();

        void unreached(String why);

        void subscribed(int subscriptions);

        void answered(Subscriber subscriber, Delivery answer);

        void received(Instant when);

        void event(String json);

        void unreadable(String why);

        void lost(String why);
    }

    HubLoop(
            String name,
            HubThread thread,
            HubTimes times,
            Backoff backoff,
            RandomGenerator random,
            Clock clock,
            HubSockets sockets,
            HubPools pools,
            Subscribers subscribers,
            Publications publications,
            Announcements announcements,
            Listener listener) {
        this.name = name;
        this.thread = thread;
        this.times = times;
        this.backoff = backoff;
        this.random = random;
        this.clock = clock;
        this.sockets = sockets;
        this.pools = pools;
        this.subscribers = subscribers;
        this.publications = publications;
        this.announcements = announcements;
        this.listener = listener;
        this.status = HubStatus.idle(clock.instant());
    }

    /** Begins to connect, unless that is under way, done or over. */
    void connect() {
        switch (status.state()) {
            case IDLE, WAITING, REFUSED -> tryToConnect();
            case CONNECTING, LIVE, CLOSED -> LOG.log(Level.DEBUG, "Hub {0} is {1} already", name, status.state());
        }
    }

    /** Announces a subscriber, if there is a connection that does not know it yet. */
    void announce(Subscriber subscriber) {
        connection.filter(it -> subscriber.isOpen()).ifPresent(it -> announce(it, subscriber));
    }

    /** Takes an announcement back. */
    void retract(Subscriber subscriber) {
        connection
                .filter(it -> it.noteUnsubscribed(subscriber.id()))
                .ifPresent(it -> it.tell(announcements.retractionOf(subscriber)));
    }

    /** Gives the connection up because something went wrong that nobody foresaw. */
    void fail(Throwable failure) {
        LOG.log(Level.ERROR, "Hub " + name + " failed and starts over", failure);
        switch (status.state()) {
            case CONNECTING, LIVE ->
                giveUp("internal error: " + failure.getClass().getSimpleName());
            case IDLE, WAITING, REFUSED, CLOSED -> LOG.log(Level.DEBUG, "There was no connection to give up");
        }
    }

    /** Ends for good; what is said last goes out before {@code ended} is called, on any thread. */
    void close(Runnable ended) {
        if (status.state() == HubState.CLOSED) {
            ended.run();
            return;
        }
        cancelAlarm();
        attempt++;
        move(status.to(HubState.CLOSED, clock.instant()));
        publications.abandon("the hub connection was closed");
        var last = connection;
        connection = Optional.empty();
        last.ifPresentOrElse(it -> sayGoodbye(it, ended), ended);
    }

    @Override
    public void opened(Connection opened) {
        if (status.state() != HubState.CONNECTING || connection.isPresent()) {
            opened.end();
            return;
        }
        cancelAlarm();
        attempt++; // An attempt that still hangs has nothing to say any more.
        connection = Optional.of(opened);
        opened.start();
        unansweredSubscriptions = 0;
        listener.opened();
        subscribe(opened, announcements.ofReplies(), answer -> logRefusal(MetaTopics.REPLY, answer));
        subscribers.all().forEach(subscriber -> announce(opened, subscriber));
    }

    @Override
    public void received(Connection from) {
        listener.received(clock.instant());
    }

    @Override
    public void event(Connection from, String json) {
        listener.event(json);
    }

    @Override
    public void unreadable(Connection from, String why) {
        listener.unreadable(why);
    }

    @Override
    public void lost(Connection lost, String why) {
        if (connection.equals(Optional.of(lost))) {
            giveUp(why);
        } else {
            lost.end();
        }
    }

    private void tryToConnect() {
        cancelAlarm();
        move(status.to(HubState.CONNECTING, clock.instant()));
        var mine = ++attempt;
        alarm = Optional.of(thread.after(
                times.attempt(),
                () -> attemptFailed(
                        mine, "no connection within " + times.attempt().toMillis() + " ms")));
        try {
            pools.connectors().execute(() -> openSocket(mine));
        } catch (RejectedExecutionException e) {
            attemptFailed(mine, "earlier attempts still hang");
        }
    }

    /** Runs on a connector's thread and may block. */
    private void openSocket(long mine) {
        try {
            var admission = sockets.shakeHands(times.attempt());
            var next = new Connection(thread, times, admission.handshake(), () -> ++packetId, pools, this);
            sockets.open(admission, next);
        } catch (HandshakeRefused e) {
            thread.post(() -> attemptRefused(mine, e.getMessage()));
        } catch (IOException | RuntimeException e) {
            var why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            thread.post(() -> attemptFailed(mine, why));
        }
    }

    private void attemptFailed(long which, String why) {
        if (which == attempt && status.state() == HubState.CONNECTING) {
            giveUp(why);
        }
    }

    private void attemptRefused(long which, String why) {
        if (which == attempt && status.state() == HubState.CONNECTING) {
            cancelAlarm();
            LOG.log(Level.WARNING, "Hub {0}: {1}; not tried again", name, why);
            move(status.to(HubState.REFUSED, clock.instant(), why));
        }
    }

    private void announce(Connection to, Subscriber subscriber) {
        if (to.noteSubscribed(subscriber.id())) {
            subscribe(to, announcements.of(subscriber), answer -> answered(subscriber, answer));
        }
    }

    private void subscribe(Connection to, String announcement, Consumer<Delivery> onAnswer) {
        unansweredSubscriptions++;
        to.insist(announcement, answer -> {
            onAnswer.accept(answer);
            if (--unansweredSubscriptions == 0 && status.state() == HubState.CONNECTING) {
                becomeLive(to);
            }
        });
    }

    private void answered(Subscriber subscriber, Delivery answer) {
        logRefusal(subscriber.expression().text(), answer);
        listener.answered(subscriber, answer);
    }

    /** Some hubs report a repeated subscription as a failure, so this is no reason to give up. */
    private void logRefusal(String what, Delivery answer) {
        if (answer.result() == Delivery.Result.REFUSED) {
            LOG.log(Level.WARNING, "Hub {0} refuses {1}: {2}", name, what, answer.detail());
        }
    }

    private void becomeLive(Connection on) {
        liveSince = System.nanoTime();
        move(status.to(HubState.LIVE, clock.instant()));
        listener.subscribed(subscribers.all().size());
        publications.connected(on);
    }

    private void giveUp(String why) {
        cancelAlarm();
        attempt++;
        publications.disconnected();
        connection.ifPresentOrElse(
                it -> {
                    it.end();
                    listener.lost(why);
                },
                () -> listener.unreached(why));
        connection = Optional.empty();
        var lasted = status.state() == HubState.LIVE
                && System.nanoTime() - liveSince >= times.stable().toNanos();
        failures = lasted ? 1 : failures + 1;
        var delay = backoff.before(failures, random);
        var now = clock.instant();
        move(status.waiting(now, now.plus(delay), why));
        alarm = Optional.of(thread.after(delay, this::tryToConnect));
    }

    private void sayGoodbye(Connection last, Runnable ended) {
        subscribers.all().stream()
                .filter(subscriber -> last.noteUnsubscribed(subscriber.id()))
                .forEach(subscriber -> last.tell(announcements.retractionOf(subscriber)));
        last.tell(announcements.retractionOfReplies());
        thread.after(Duration.ofSeconds(1), last::end);
        last.endPolitely(ended);
    }

    /** How many packets the connection waits to hear of. */
    int unansweredPackets() {
        return connection.map(Connection::unansweredCount).orElse(0);
    }

    private void move(HubStatus next) {
        var level = switch (next.state()) {
            case LIVE -> Level.INFO;
            case WAITING -> next.attempt() <= 1 ? Level.WARNING : Level.DEBUG;
            case IDLE, CONNECTING, REFUSED, CLOSED -> Level.DEBUG;
        };
        LOG.log(
                level,
                () -> "Hub %s is %s%s"
                        .formatted(
                                name,
                                next.state(),
                                next.detail().map(detail -> ": " + detail).orElse("")));
        status = next;
        listener.moved(next);
    }

    private void cancelAlarm() {
        alarm.ifPresent(it -> it.cancel(false));
        alarm = Optional.empty();
    }
}
