package dev.rushlight.server.event;

import dev.rushlight.hub.socketio.Handshake;
import dev.rushlight.server.account.Account;
import dev.rushlight.server.account.AccountId;
import dev.rushlight.server.account.Gatekeeper;
import jakarta.servlet.http.HttpServlet;
import jakarta.websocket.server.ServerEndpointConfig;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * The event part of the hub as a whole: what a container needs to serve it, and what it does meanwhile.
 *
 * <p>One daemon thread beats for all connections; everything else happens on the container's threads, and never waits for
 * a client.
 */
public final class EventServer implements AutoCloseable {
    /** Where the handshake servlet belongs. */
    public static final String HANDSHAKE_PATTERN = "/socket.io/1/*";

    /** Where clients of other versions ask. */
    public static final String OTHER_VERSIONS_PATTERN = "/socket.io/*";

    private static final Logger LOG = System.getLogger(EventServer.class.getName());
    private static final int TICKS_PER_BEAT = 10;

    /** After how long without a heartbeat clients may give up; they are told, and the JavaScript client does so anyway. */
    private static final Duration HEARTBEAT_TIMEOUT = Duration.ofSeconds(15);

    private final Gatekeeper gatekeeper;
    private final EventLimits limits;
    private final LongSupplier nanoTime;
    private final Handshakes handshakes;
    private final Router router = new Router();
    private volatile Consumer<UnreadableEvent> unreadable = event -> LOG.log(
            Level.WARNING,
            "An event of {0} cannot be read, and nobody is told of it: {1}",
            event.username(),
            event.why());
    private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "rushlight-hub-heartbeat");
        thread.setDaemon(true);
        return thread;
    });

    /** Starts to beat; durations are measured by a clock that never jumps. */
    public EventServer(Gatekeeper gatekeeper, EventLimits limits, LongSupplier nanoTime) {
        this.gatekeeper = gatekeeper;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.handshakes = new Handshakes(limits, nanoTime);
        var tick = limits.times().heartbeat().toNanos() / TICKS_PER_BEAT;
        heartbeat.scheduleWithFixedDelay(router::beat, tick, tick, TimeUnit.NANOSECONDS);
    }

    /** The servlet for {@link #HANDSHAKE_PATTERN}. */
    public HttpServlet handshakeServlet() {
        return new HandshakeServlet(gatekeeper, this);
    }

    /** The servlet for {@link #OTHER_VERSIONS_PATTERN}. */
    public HttpServlet otherVersionServlet() {
        return new OtherVersionServlet();
    }

    /** The WebSocket endpoint. */
    public ServerEndpointConfig endpoint() {
        return ServerEndpointConfig.Builder.create(HubEndpoint.class, HubEndpoint.PATH)
                .configurator(new Configuration())
                .build();
    }

    /** How many connections are open. */
    public int connections() {
        return router.connectionCount();
    }

    /** How many subscriptions the open connections hold. */
    public int subscriptions() {
        return router.subscriptionCount();
    }

    /** How many events were routed so far. */
    public long eventsReceived() {
        return router.receivedCount();
    }

    /** How often an event went to a connection so far. */
    public long eventsDelivered() {
        return router.deliveredCount();
    }

    /** Tells of events that cannot be read, on the thread that received them, instead of logging that. */
    public void onUnreadable(Consumer<UnreadableEvent> listener) {
        unreadable = listener;
    }

    /** Ends what an account has open, because a key of it or all of it is not good any more. */
    public synchronized void withdraw(AccountId account) {
        handshakes.forget(account);
        router.withdraw(account);
    }

    /** Takes no more connections, and ends the open ones with a farewell. */
    @Override
    public void close() {
        synchronized (this) {
            handshakes.close();
        }
        router.shutDown(limits.times().farewell());
        heartbeat.shutdownNow();
    }

    /** What a client needs to open its WebSocket, if that is still good by then; nothing when there is no room for it. */
    synchronized Optional<Handshake> invite(Account account, BooleanSupplier stillGood) {
        if (!account.isOwn() && isFull(account.id())) {
            return Optional.empty();
        }
        return handshakes
                .begin(account, stillGood)
                .map(sid -> new Handshake(sid, HEARTBEAT_TIMEOUT, limits.times().silence(), List.of("websocket")));
    }

    /** A connection for the client that holds the sid; otherwise the socket is closed. */
    Optional<Connection> connect(String sid, Wire wire) {
        var connection = isStillGood(sid) ? join(sid, wire) : Optional.<Connection>empty();
        if (connection.isEmpty()) {
            new Outbound(wire, limits, nanoTime).end(Ending.UNKNOWN_HANDSHAKE);
        }
        return connection;
    }

    private boolean isFull(AccountId account) {
        return router.connectionCount() >= limits.connections()
                || router.connectionCount(account) + handshakes.count(account) >= limits.connectionsPerAccount();
    }

    /** A key may have been revoked between the look at it and the handshake, so that no withdrawal found that. */
    private boolean isStillGood(String sid) {
        try {
            return handshakes.isStillGood(sid);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "A handshake could not be checked", e);
            return false;
        }
    }

    /** In one step, so that nobody slips in beside a withdrawal or the close. */
    private synchronized Optional<Connection> join(String sid, Wire wire) {
        var connection = handshakes
                .complete(sid)
                .map(account ->
                        new Connection(account, wire, router, limits, nanoTime, event -> unreadable.accept(event)));
        connection.ifPresent(router::join);
        return connection;
    }

    /**
     * Gives every socket an endpoint of its own, and lets every origin in.
     *
     * <p>A check of the origin protects what a browser sends by itself, that is cookies. Here only the sid counts, and a
     * page gets one only with a key that it must have already.
     */
    private final class Configuration extends ServerEndpointConfig.Configurator {
        @Override
        public <T> T getEndpointInstance(Class<T> endpointClass) {
            return endpointClass.cast(new HubEndpoint(EventServer.this, limits.messageBytes()));
        }

        @Override
        public boolean checkOrigin(String origin) {
            return true;
        }
    }
}
