package dev.rushlight.web.bridge;

import dev.rushlight.connection.ConnectionChanged;
import dev.rushlight.connection.ConnectionDesk;
import dev.rushlight.connection.ConnectionForm;
import dev.rushlight.connection.ConnectionKind;
import dev.rushlight.connection.ConnectionSummary;
import dev.rushlight.connection.ErrandDesk;
import dev.rushlight.connection.UnacceptableConnection;
import dev.rushlight.exchange.ConnectionId;
import dev.rushlight.exchange.LeaseDesk;
import dev.rushlight.exchange.OutboxChanged;
import dev.rushlight.exchange.OutboxDesk;
import dev.rushlight.feedback.FeedbackDesk;
import dev.rushlight.feedback.FeedbackNotes;
import dev.rushlight.hub.Credentials;
import dev.rushlight.hub.HubSettings;
import dev.rushlight.hub.HubState;
import dev.rushlight.hub.HubStatus;
import dev.rushlight.hub.api.ConnectionTest;
import dev.rushlight.installation.Installation;
import dev.rushlight.ledger.LedgerDesk;
import dev.rushlight.review.ReviewDesk;
import dev.rushlight.review.ReviewItems;
import dev.rushlight.review.SupervisionDesk;
import dev.rushlight.web.live.ConnectionStateChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Keeps one hub open for each connection that shall be, and knows how each of them stands.
 *
 * <p>Hubs are opened, replaced and closed one after the other on the supervisor's own thread; everything else returns at
 * once, from any thread. No lock is held.
 */
@ApplicationScoped
public class HubSupervisor {
    private static final Duration PROBE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    /** How often a process says that it still works for its connections, and asks for those of others. */
    private static final Duration RENEWAL = LeaseDesk.LASTS.dividedBy(4);

    private static final Logger LOG = Logger.getLogger(HubSupervisor.class.getName());

    private final ConnectionDesk connections;
    private final Installation installation;
    private final Event<ConnectionStateChanged> changes;
    private final LeaseDesk leases;
    private final Desks desks;

    /** Changed on the supervisor's thread only. */
    private final Map<ConnectionId, OpenHub> hubs = new ConcurrentHashMap<>();

    /** What could not even be opened; changed on the supervisor's thread only. */
    private final Map<ConnectionId, HubStatus> failures = new ConcurrentHashMap<>();

    /** What shall be open, but another server works for; changed on the supervisor's thread only. */
    private final Set<ConnectionId> elsewhere = ConcurrentHashMap.newKeySet();

    private volatile Optional<Shift> shift = Optional.empty();

    @Inject
    public HubSupervisor(
            ConnectionDesk connections,
            ReviewDesk reviews,
            SupervisionDesk supervision,
            FeedbackDesk feedback,
            ErrandDesk errands,
            LedgerDesk ledger,
            OutboxDesk outbox,
            ReviewItems items,
            FeedbackNotes notes,
            UnreadableEvents unreadable,
            Installation installation,
            Clock clock,
            Event<ConnectionStateChanged> changes,
            LeaseDesk leases) {
        this.connections = connections;
        this.installation = installation;
        this.changes = changes;
        this.leases = leases;
        this.desks = new Desks(
                reviews,
                supervision,
                feedback,
                errands,
                ledger,
                outbox,
                connections,
                items,
                notes,
                unreadable,
                installation.publicUrl(),
                clock);
    }

    // for CDI
    @SuppressWarnings("NullAway")
    protected HubSupervisor() {
        this.connections = null;
        this.installation = null;
        this.changes = null;
        this.leases = null;
        this.desks = null;
    }

    /**
     * Opens every enabled connection.
     *
     * @param own what the embedded connection shows at the door; made for this process and never stored
     * @param network how the other hubs are reached
     * @param node this server, to others that share its database
     * @param threads makes the threads on which hubs live and desks are called
     */
    public void start(Credentials own, StudioNetwork network, UUID node, ThreadFactory threads) {
        var thread = Executors.newSingleThreadScheduledExecutor(threads);
        shift = Optional.of(new Shift(own, network, node, threads, thread));
        thread.scheduleWithFixedDelay(
                () -> guarded(this::renewLeases), RENEWAL.toMillis(), RENEWAL.toMillis(), TimeUnit.MILLISECONDS);
        work(() -> connections.all().stream()
                .filter(ConnectionSummary::enabled)
                .forEach(connection -> open(connection, isEmbedded(connection))));
    }

    /** Closes every hub and waits until that is done. */
    public void stop() {
        work(() -> List.copyOf(hubs.keySet()).forEach(this::close));
        shift.map(Shift::thread).ifPresent(thread -> {
            thread.shutdown(); // the renewal of leases ends with it
            try {
                if (!thread.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.warning("Not every hub could be closed in time");
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** How the connections stand that are open, were open, or could not be opened. */
    public List<ConnectionStatus> statuses() {
        return Stream.concat(hubs.keySet().stream(), failures.keySet().stream())
                .distinct()
                .flatMap(id -> status(id).stream())
                .toList();
    }

    /** How this connection stands; empty if nobody opened it since the start. */
    public Optional<ConnectionStatus> status(ConnectionId id) {
        return Optional.ofNullable(hubs.get(id))
                .map(hub -> new ConnectionStatus(
                        id,
                        hub.status(),
                        hub.lastReceived()
                                .map(received ->
                                        Duration.between(received, desks.clock().instant()))))
                .or(() -> Optional.ofNullable(failures.get(id))
                        .map(failure -> new ConnectionStatus(id, failure, Optional.empty())));
    }

    /** Whether another server of this installation works for this connection. */
    public boolean isElsewhere(ConnectionId id) {
        return elsewhere.contains(id);
    }

    /** Looks after the leases now, and not only in some seconds. */
    void renew() {
        work(this::renewLeases);
    }

    /** Opens the connection anew, whether or not it opens at start. */
    public void connect(ConnectionId id) {
        work(() -> find(id).ifPresent(connection -> {
            close(id);
            open(connection, false);
        }));
    }

    /** Closes the connection until somebody connects it, or the next start. */
    public void disconnect(ConnectionId id) {
        work(() -> close(id));
    }

    /** Tries a connection as it stands in the form, without saving it; takes seconds. */
    public List<ConnectionTest.Step> probe(ConnectionForm form) {
        var stored = form.id().flatMap(this::find);
        if (stored.filter(HubSupervisor::isEmbedded).isPresent()) {
            return ConnectionTest.run(settings(stored.get()), PROBE);
        }
        try {
            var key = form.newKey()
                    .filter(typed -> !typed.isBlank())
                    .or(() -> stored.filter(connection -> pointsTo(connection, form.server()))
                            .flatMap(connection -> connections.key(connection.id())))
                    .orElseThrow(() -> new IllegalArgumentException("Type the key: none is stored for this address"));
            return ConnectionTest.run(
                    shift().network()
                            .reach(HubSettings.of(form.acceptedServer(), new Credentials(form.user(), key)))
                            .withApplicationId(OpenHub.APPLICATION),
                    PROBE);
        } catch (IllegalArgumentException | UnacceptableConnection unusable) {
            return List.of(new ConnectionTest.Step(
                    "Settings", ConnectionTest.Outcome.FAILED, Duration.ZERO, String.valueOf(unusable.getMessage())));
        }
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConnectionChanged change) {
        work(() -> follow(change.id()));
    }

    void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) OutboxChanged change) {
        Optional.ofNullable(hubs.get(change.id())).ifPresent(OpenHub::wake);
    }

    /** Makes the hub what the saved connection says, leaving it alone if it is that already. */
    private void follow(ConnectionId id) {
        var connection = find(id);
        if (connection.isEmpty()) {
            close(id);
            hubs.remove(id);
            failures.remove(id);
        } else if (!connection.get().enabled()) {
            close(id);
        } else if (!isOpenAs(connection.get())) {
            close(id);
            open(connection.get(), false);
        }
    }

    private boolean isOpenAs(ConnectionSummary connection) {
        var hub = hubs.get(connection.id());
        return hub != null && hub.status().state() != HubState.CLOSED && hub.uses(settings(connection));
    }

    /**
     * Says again which connections this process works for, lets go of those that another took over meanwhile, and takes
     * over what another let go. While the database cannot be asked, everything stays as it is: without it, nothing can be
     * taken in or claimed anyway.
     */
    private void renewLeases() {
        try {
            keepOrLeave();
            takeOver();
        } catch (RuntimeException databaseGone) {
            LOG.warning(() -> "The leases of the connections cannot be renewed now: " + databaseGone);
            LOG.log(Level.FINE, "The leases could not be renewed", databaseGone);
        }
    }

    private void keepOrLeave() {
        for (var id : List.copyOf(hubs.keySet())) {
            if (hubs.get(id).status().state() != HubState.CLOSED && !leases.hold(id, shift().node())) {
                LOG.warning(() -> "Another server works for connection %s now".formatted(id));
                hubs.get(id).close();
                leaveToOther(id);
            }
        }
    }

    private void takeOver() {
        for (var id : List.copyOf(elsewhere)) {
            find(id).filter(connection -> leases.hold(id, shift().node()))
                    .ifPresent(connection -> open(connection, false));
        }
    }

    private void leaveToOther(ConnectionId id) {
        elsewhere.add(id);
        hubs.remove(id);
        failures.put(
                id,
                new HubStatus(
                        HubState.IDLE,
                        desks.clock().instant(),
                        0,
                        Optional.empty(),
                        Optional.of("Another server of this installation works for this connection")));
        announce(id);
    }

    private void open(ConnectionSummary connection, boolean startsWithUs) {
        var id = connection.id();
        try {
            if (!leases.hold(id, shift().node())) {
                leaveToOther(id);
                return;
            }
            elsewhere.remove(id);
            var mark = new OwnMark(desks.ledger().installation());
            var hub = new OpenHub(
                    id, connection.name(), settings(connection), startsWithUs, desks, mark, shift().threads());
            hubs.put(id, hub);
            failures.remove(id);
            hub.open(this::announce);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "Connection \"%s\" cannot be opened".formatted(connection.name()));
            hubs.remove(id);
            failures.put(
                    id,
                    new HubStatus(
                            HubState.REFUSED,
                            desks.clock().instant(),
                            0,
                            Optional.empty(),
                            Optional.of(String.valueOf(failed.getMessage()))));
            announce(id);
        }
    }

    private void close(ConnectionId id) {
        elsewhere.remove(id);
        Optional.ofNullable(hubs.get(id)).ifPresent(hub -> {
            hub.close();
            release(id);
        });
        announce(id);
    }

    private void release(ConnectionId id) {
        try {
            leases.release(id, shift().node());
        } catch (RuntimeException databaseGone) {
            LOG.log(Level.FINE, databaseGone, () -> "The lease of connection %s runs out by itself".formatted(id));
        }
    }

    private HubSettings settings(ConnectionSummary connection) {
        if (isEmbedded(connection)) {
            return HubSettings.of(address(connection), shift().own());
        }
        var user = connection.user().orElseThrow(() -> new IllegalStateException("The connection has no user"));
        var key = connections
                .key(connection.id())
                .orElseThrow(() -> new IllegalStateException("The connection has no key"));
        return shift().network().reach(HubSettings.of(address(connection), new Credentials(user, key)));
    }

    private URI address(ConnectionSummary connection) {
        return isEmbedded(connection)
                ? installation.loopbackUrl()
                : connection.server().orElseThrow(() -> new IllegalStateException("The connection has no address"));
    }

    private static boolean isEmbedded(ConnectionSummary connection) {
        return connection.kind() == ConnectionKind.EMBEDDED;
    }

    /** A stored key goes to the address that it was stored for, and nowhere else. */
    private static boolean pointsTo(ConnectionSummary connection, URI server) {
        var asked = HubSettings.address(server.toString());
        return connection
                .server()
                .map(stored -> HubSettings.address(stored.toString()))
                .filter(asked::equals)
                .isPresent();
    }

    private Optional<ConnectionSummary> find(ConnectionId id) {
        return connections.all().stream()
                .filter(connection -> connection.id().equals(id))
                .findFirst();
    }

    private void announce(ConnectionId id) {
        changes.fireAsync(new ConnectionStateChanged(id));
    }

    private Shift shift() {
        return shift.orElseThrow(() -> new IllegalStateException("The supervisor was not started"));
    }

    private void work(Runnable work) {
        try {
            shift.map(Shift::thread).ifPresent(thread -> thread.execute(() -> guarded(work)));
        } catch (RejectedExecutionException stopped) {
            LOG.log(Level.FINE, "Too late: the supervisor was stopped", stopped);
        }
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.log(Level.SEVERE, "The hubs could not be put in order", failed);
        }
    }

    /** What the supervisor works with between start and stop. */
    private record Shift(
            Credentials own,
            StudioNetwork network,
            UUID node,
            ThreadFactory threads,
            ScheduledExecutorService thread) {}
}
